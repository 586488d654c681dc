package org.aidledger.actor;

import java.util.regex.Pattern;

/**
 * The stream of one actor's roles and delegations.
 *
 * @param value {@code ACT-} and the login name: 1 to {@value ActorId#LENGTH_MAX} letters, digits, dots, dashes, underscores or
 *        {@code @}
 */
public record ActorStreamId(String value) {

    public static final String PREFIX = "ACT-";

    private static final Pattern FORM = Pattern.compile("ACT-[A-Za-z0-9._@-]{1,100}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public ActorStreamId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an actor's stream is ACT- and a login name of letters, digits, '.', '-', '_' or '@': " + value);
        }
    }

    public static ActorStreamId of(ActorId actor) {
        return new ActorStreamId(PREFIX + actor.value());
    }

    /** Whose it is. */
    public ActorId actor() {
        return new ActorId(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
