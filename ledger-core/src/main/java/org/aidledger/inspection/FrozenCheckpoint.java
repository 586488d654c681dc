package org.aidledger.inspection;

/**
 * The state of the log an inspection judges: its figures and sample are computed on it, now and for ever.
 *
 * @param size number of events
 * @param root the log's root at that size, 64 lower-case hexadecimal digits
 */
public record FrozenCheckpoint(long size, String root) {

    /** @throws IllegalArgumentException when the size is negative or the root is not 64 hexadecimal digits */
    public FrozenCheckpoint {
        if (size < 0 || !root.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a frozen checkpoint is a size and a root of 64 hexadecimal digits");
        }
    }
}
