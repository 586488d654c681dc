package org.aidledger.period;

import java.util.regex.Pattern;

/**
 * The stream of the accounting periods of one reporting entity.
 *
 * @param value {@code PER-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record PeriodId(String value) {

    public static final String PREFIX = "PER-";

    private static final Pattern FORM = Pattern.compile("PER-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public PeriodId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of accounting periods is PER- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
