package org.aidledger.tlog;

import java.util.List;

/** Every bound of the log's formats. Input beyond a bound is refused before it is worked on. */
public final class Limits {

    /** Bytes of a SHA-256 hash. */
    public static final int HASH_BYTES = 32;
    /** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
    public static final int TILE_WIDTH = 256;
    /** Bytes of a full hash tile. */
    public static final int TILE_BYTES = TILE_WIDTH * HASH_BYTES;
    /** Bytes of the largest entry: its length is written as a uint16 in entry bundles. */
    public static final int ENTRY_BYTES_MAX = 65_535;
    /** Bytes of the largest entry bundle. */
    public static final int BUNDLE_BYTES_MAX = TILE_WIDTH * (2 + ENTRY_BYTES_MAX);
    /** Entries of the largest tree; one more bit would overflow the arithmetic on a signed long. */
    public static final long TREE_SIZE_MAX = 1L << 62;
    /** Tile levels that a tree of {@link #TREE_SIZE_MAX} entries can have. */
    public static final int TREE_LEVELS = 8;
    /** The largest level that a tile path can name (C2SP tlog-tiles). */
    public static final int PATH_LEVEL_MAX = 63;
    /** Hashes in the longest proof. */
    public static final int PROOF_HASHES_MAX = 63;
    /** Bytes of the largest signed note, signatures included. */
    public static final int NOTE_BYTES_MAX = 1_000_000;
    /** Signature lines of a note. */
    public static final int NOTE_SIGNATURES_MAX = 100;
    /** Bytes, in UTF-8, of the longest key name or checkpoint origin. */
    public static final int KEY_NAME_BYTES_MAX = 255;
    /** Times that a log can go over to a new key. */
    public static final int KEY_ROTATIONS_MAX = 100;
    /** Bytes of the {@code extra} data of a proof file. */
    public static final int PROOF_EXTRA_BYTES_MAX = 65_536;
    /** Bytes of the largest proof file. */
    public static final int PROOF_FILE_BYTES_MAX = 2 * PROOF_EXTRA_BYTES_MAX + NOTE_BYTES_MAX;

    private Limits() {
    }

    static long requireTreeSize(long size) {
        if (size < 0 || size > TREE_SIZE_MAX) {
            throw new IllegalArgumentException("tree size " + size + " is not within 0.." + TREE_SIZE_MAX);
        }
        return size;
    }

    static void requireProofLength(List<Hash> path, String where) {
        if (path.size() > PROOF_HASHES_MAX) {
            throw new TlogException.Malformed(where, "more than " + PROOF_HASHES_MAX + " hashes");
        }
    }
}
