package org.aidledger.programme;

import java.util.regex.Pattern;

/**
 * The stream of one programme's targets.
 *
 * @param value {@code TGT-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record ProgrammeId(String value) {

    public static final String PREFIX = "TGT-";

    private static final Pattern FORM = Pattern.compile("TGT-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public ProgrammeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of a programme is TGT- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
