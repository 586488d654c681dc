package org.aidledger.intake;

import java.util.regex.Pattern;

/**
 * The stream of one file taken in.
 *
 * @param value {@code IMP-} and the first 16 hexadecimal digits of the file's SHA-256
 */
public record ImportRunId(String value) {

    public static final String PREFIX = "IMP-";

    private static final int DIGITS = 16;
    private static final Pattern FORM = Pattern.compile("IMP-[0-9a-f]{16}");

    /** @throws IllegalArgumentException when the value is not of this form */
    public ImportRunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an import run's id is IMP- and " + DIGITS + " lower-case hexadecimal digits: " + value);
        }
    }

    /** @param sha256 of the file's bytes, 64 lower-case hexadecimal digits */
    public static ImportRunId of(String sha256) {
        return new ImportRunId(PREFIX + sha256.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
