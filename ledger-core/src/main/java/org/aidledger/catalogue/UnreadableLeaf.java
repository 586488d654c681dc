package org.aidledger.catalogue;

/**
 * Stored bytes that are not the canonical leaf of an event in the catalogue. Says where and why; the bytes were changed
 * outside the ledger, or were written by a newer version of it.
 */
public final class UnreadableLeaf extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    UnreadableLeaf(int offset, String reason) {
        super("at byte " + offset + ": " + reason);
        this.offset = offset;
    }

    /** The byte, counted from 0, at which reading stopped. */
    public int offset() {
        return offset;
    }
}
