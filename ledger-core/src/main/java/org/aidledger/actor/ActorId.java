package org.aidledger.actor;

/**
 * A person or a program that acts on the ledger, by login name.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters, no control characters and no {@code /}
 */
public record ActorId(String value) {

    public static final int LENGTH_MAX = 100;

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public ActorId {
        if (value.isBlank() || value.length() > LENGTH_MAX
                || value.chars().anyMatch(c -> Character.isISOControl(c) || c == '/')) {
            throw new IllegalArgumentException(
                    "an actor's name has 1 to " + LENGTH_MAX + " characters, none of them a control character or '/'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
