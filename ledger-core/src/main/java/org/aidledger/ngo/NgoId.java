package org.aidledger.ngo;

import java.util.regex.Pattern;

/**
 * The stream of one foreign NGO or other donor.
 *
 * @param value {@code NGO-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record NgoId(String value) {

    public static final String PREFIX = "NGO-";

    private static final Pattern FORM = Pattern.compile("NGO-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public NgoId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a donor's id is NGO- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
