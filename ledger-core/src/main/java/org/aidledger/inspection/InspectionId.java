package org.aidledger.inspection;

import java.util.regex.Pattern;

/**
 * The stream of one post-inspection.
 *
 * @param value {@code INS-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record InspectionId(String value) {

    public static final String PREFIX = "INS-";

    private static final Pattern FORM = Pattern.compile("INS-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public InspectionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an inspection's id is INS- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
