package org.aidledger.period;

import java.util.regex.Pattern;

/**
 * What a closing seals: the digest of the sheet, and what the sheet was summed over.
 *
 * @param size the number of events it was summed over: postings of events with an index below it, booked up to the month
 * @param lines how many lines the sheet has
 * @param sha256 of the sheet in its canonical form, 64 lower-case hexadecimal digits
 */
public record SealedSheet(long size, long lines, String sha256) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when a number is negative or the digest is not 64 hexadecimal digits */
    public SealedSheet {
        if (size < 0 || lines < 0 || !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "a sealed sheet is a size, a number of lines and a SHA-256 of 64 hexadecimal digits");
        }
    }
}
