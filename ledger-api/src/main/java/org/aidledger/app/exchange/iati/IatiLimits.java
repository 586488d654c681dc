package org.aidledger.app.exchange.iati;

/**
 * How much one file may hold. Memory is bounded by {@code activityCharactersMax} and never by the length of a file: one
 * activity is held at a time, in a small multiple of the characters it is written in.
 *
 * @param bytesMax length of the file
 * @param depthMax elements inside each other; the standard needs ten
 * @param namesMax different names of elements, attributes and prefixes; the standard has under three hundred
 * @param textCharactersMax characters of one text that is kept, and of one attribute
 * @param activitiesMax activities in a file
 * @param transactionsMax transactions in a file
 * @param activityTransactionsMax transactions in one activity
 * @param activityCharactersMax characters that one activity is written in
 */
public record IatiLimits(long bytesMax, int depthMax, int namesMax, int textCharactersMax, int activitiesMax,
        int transactionsMax, int activityTransactionsMax, long activityCharactersMax) {

    /** A hundred times what the largest publishers write. */
    public static final IatiLimits DEFAULT = new IatiLimits(2_000_000_000L, 64, 10_000, 200_000, 1_000_000, 5_000_000,
            100_000, 128_000_000L);
}
