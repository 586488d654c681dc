package org.aidledger.tlog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The strict readers of text that all formats share: what is read must be exactly what would be written. */
final class StrictText {

    private StrictText() {
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The JDK's decoder forgives missing padding and stray low bits; writing it again shows both. */
    static byte[] base64(String text, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new TlogException.Malformed(where, "not standard base64");
        }
        if (!base64(bytes).equals(text)) {
            throw new TlogException.Malformed(where, "not canonical base64 with padding");
        }
        return bytes;
    }

    /** ASCII decimal without a sign or leading zeros, at most {@code max}. */
    static long decimal(String text, long max, String where) {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new TlogException.Malformed(where, "not a decimal number without leading zeros");
        }
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TlogException.Malformed(where, "number above " + max);
        }
        if (value > max) {
            throw new TlogException.Malformed(where, "number above " + max);
        }
        return value;
    }

    static String utf8(byte[] bytes, String where) {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new TlogException.Malformed(where, "not UTF-8");
        }
    }

    static byte[] utf8(String text, String where) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new TlogException.Malformed(where, "not text: a lone surrogate");
        }
    }
}
