package org.aidledger.tlog;

import java.util.List;

/**
 * That an entry is in a tree, at an index (RFC 9162 section 2.1.3).
 *
 * @param index
 *            the entry's, from 0
 * @param size
 *            entries in the tree
 * @param path
 *            the sibling hashes, the leaf's first
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        Limits.requireTreeSize(size);
        if (index < 0 || index >= size) {
            throw new TlogException.Malformed("inclusion proof", "a tree of size " + size + " has no entry " + index);
        }
        Limits.requireProofLength(path, "inclusion proof");
        path = List.copyOf(path);
    }

    /**
     * Checks the proof, strictly: the path must have the one length that index and size allow.
     *
     * @throws TlogException.Unproven
     *             if it does not lead from this leaf to this root
     */
    public void verify(Hash leaf, Hash root) {
        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                throw unproven("has hashes beyond the root");
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                // A last node without a right sibling rises unhashed to where it has a left one.
                int rise = Long.numberOfTrailingZeros(node);
                node >>>= rise;
                last >>>= rise;
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw unproven("ends below the root");
        }
        if (!hash.equals(root)) {
            throw unproven("leads to the root " + hash + " and not to " + root);
        }
    }

    private TlogException unproven(String what) {
        return new TlogException.Unproven("inclusion proof of entry " + index + " in size " + size, what);
    }
}
