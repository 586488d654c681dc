package org.aidledger.rate;

import java.util.regex.Pattern;

/**
 * The stream of one source's exchange rates.
 *
 * @param value {@code FXR-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record RateTableId(String value) {

    public static final String PREFIX = "FXR-";

    private static final Pattern FORM = Pattern.compile("FXR-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public RateTableId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of a rate table is FXR- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
