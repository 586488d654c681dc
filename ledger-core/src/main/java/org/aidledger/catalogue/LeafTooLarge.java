package org.aidledger.catalogue;

/** An event whose leaf would be longer than a leaf may be. Long texts go in as documents, by their SHA-256. */
public final class LeafTooLarge extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int bytes;

    LeafTooLarge(String type, int bytes) {
        super(type + " takes " + bytes + " bytes; a leaf has at most " + LeafTemplate.BYTES_MAX
                + ". Attach long texts as documents");
        this.bytes = bytes;
    }

    /** The size it would have. */
    public int bytes() {
        return bytes;
    }
}
