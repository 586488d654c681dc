package org.aidledger.tlog;

/**
 * Where a log is not what it says it is.
 *
 * @param kind
 *            what was found
 * @param firstIndex
 *            the first entry that can be bad; everything before it was confirmed
 * @param lastIndex
 *            the last entry that can be the first bad one; the same as {@code firstIndex} where it is known exactly
 * @param detail
 *            what was compared, with the hashes
 */
public record Fault(Kind kind, long firstIndex, long lastIndex, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** An entry's bytes do not hash to the leaf hash stored when it was appended. */
        ENTRY_DIFFERS,
        /** The entries given skip an index, repeat one, or are out of order. */
        ENTRY_MISSING,
        /** The leaf hashes are right and a stored hash above them is not. */
        TILE_DIFFERS,
        /** A stored hash is not there. */
        TILE_MISSING,
        /** Entries and stored hashes agree with each other and not with a root recorded or signed before. */
        ROOT_DIFFERS,
        /** The entries end before the size of a checkpoint: the tail was cut. */
        TAIL_MISSING
    }

    public Fault {
        if (firstIndex < 0 || lastIndex < firstIndex) {
            throw new IllegalArgumentException("no fault between entries " + firstIndex + " and " + lastIndex);
        }
    }

    /** One line: the index or the range, what is wrong, and the evidence. */
    @Override
    public String toString() {
        String where = firstIndex == lastIndex ? "entry " + firstIndex : "entries " + firstIndex + " to " + lastIndex;
        return where + ": " + kind + ", " + detail;
    }
}
