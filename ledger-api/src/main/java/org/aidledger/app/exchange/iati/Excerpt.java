package org.aidledger.app.exchange.iati;

/** A hostile file must not make its refusal as long as itself. */
public final class Excerpt {

    private Excerpt() {
    }

    /** The text, or its beginning and an ellipsis, in at most so many characters; never ends in half a character. */
    public static String of(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        int end = charactersMax - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
