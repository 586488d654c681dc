package org.aidledger.tlog;

/**
 * Where the hashes of a tree are read: a database, a folder, an address. Level 0 are the leaf hashes; hash {@code i} of
 * level {@code l} is the root of the complete subtree of the entries {@code i * 256^l} up to, but without,
 * {@code (i + 1) * 256^l}.
 */
@FunctionalInterface
public interface HashSource {

    /**
     * The hashes {@code from} up to, but without, {@code to}, 32 bytes each, one after the other. All are in one tile:
     * {@code from / 256 == (to - 1) / 256}, so there are 1 to 256. Only hashes that are complete in the tree are asked for.
     *
     * @throws TlogException.Unavailable
     *             if the source has them not
     */
    byte[] hashes(int level, long from, long to);
}
