package org.aidledger.tlog;

import java.util.Iterator;
import java.util.List;

/**
 * That a tree is the beginning of a later one: nothing in it was altered, reordered or cut since (RFC 9162 section
 * 2.1.4).
 *
 * @param oldSize
 *            entries in the earlier tree
 * @param newSize
 *            entries in the later tree
 * @param path
 *            empty if the sizes are equal or the earlier tree is empty
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {

    public ConsistencyProof {
        Limits.requireTreeSize(newSize);
        if (oldSize < 0 || oldSize > newSize) {
            throw new TlogException.Malformed("consistency proof",
                    "a tree of size " + newSize + " cannot follow one of size " + oldSize);
        }
        Limits.requireProofLength(path, "consistency proof");
        path = List.copyOf(path);
    }

    /**
     * Checks the proof, strictly: the path must have the one length that the sizes allow.
     *
     * @throws TlogException.Unproven
     *             if it does not lead to both roots
     */
    public void verify(Hash oldRoot, Hash newRoot) {
        if (oldSize == 0 && !oldRoot.equals(TreeHasher.EMPTY_ROOT)) {
            throw unproven("the old root is not that of the empty tree");
        }
        if (oldSize == newSize && !oldRoot.equals(newRoot)) {
            throw unproven("two roots for one size: " + oldRoot + " and " + newRoot);
        }
        if (oldSize == 0 || oldSize == newSize) {
            if (!path.isEmpty()) {
                throw unproven("must be empty and has " + path.size() + " hashes");
            }
            return;
        }
        if (path.isEmpty()) {
            throw unproven("is empty");
        }
        climb(oldRoot, newRoot);
    }

    private void climb(Hash oldRoot, Hash newRoot) {
        TreeHasher hasher = new TreeHasher();
        int common = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >>> common;
        long last = (newSize - 1) >>> common;
        Iterator<Hash> hashes = path.iterator();
        // An old tree that is one complete subtree starts from its own root, which the proof leaves out.
        Hash oldHash = node == 0 ? oldRoot : hashes.next();
        Hash newHash = oldHash;
        while (hashes.hasNext()) {
            Hash sibling = hashes.next();
            if (last == 0) {
                throw unproven("has hashes beyond the root");
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = hasher.node(sibling, oldHash);
                newHash = hasher.node(sibling, newHash);
                int rise = Long.numberOfTrailingZeros(node);
                node >>>= rise;
                last >>>= rise;
            } else {
                newHash = hasher.node(newHash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw unproven("ends below the root");
        }
        if (!oldHash.equals(oldRoot)) {
            throw unproven("leads to the old root " + oldHash + " and not to " + oldRoot);
        }
        if (!newHash.equals(newRoot)) {
            throw unproven("leads to the new root " + newHash + " and not to " + newRoot);
        }
    }

    private TlogException unproven(String what) {
        return new TlogException.Unproven("consistency proof from size " + oldSize + " to " + newSize, what);
    }
}
