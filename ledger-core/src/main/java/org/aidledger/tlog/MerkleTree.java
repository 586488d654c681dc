package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Roots and proofs of a tree whose complete subtrees can be read: for its present size and for every smaller one. What
 * is read is not believed by itself: a proof made from false hashes does not verify. For one thread.
 */
public final class MerkleTree {

    private final HashSource source;
    private final TreeHasher hasher = new TreeHasher();

    /** The tree of which this source has the hashes. */
    public MerkleTree(HashSource source) {
        this.source = source;
    }

    /** The root at a size, which may be an older one; reads at most one tile a level. */
    public Hash root(long size) {
        Limits.requireTreeSize(size);
        return size == 0 ? TreeHasher.EMPTY_ROOT : range(0, size);
    }

    /** The proof that entry {@code index} is in the tree of {@code size} (RFC 9162 section 2.1.3.1). */
    public InclusionProof inclusion(long index, long size) {
        Limits.requireTreeSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of size " + size + " has no entry " + index);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        // From the root down; the file and the verifier go up from the leaf.
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /** The proof that the tree of {@code oldSize} is the beginning of that of {@code newSize} (RFC 9162 2.1.4.1). */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        Limits.requireTreeSize(newSize);
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("a tree of size " + newSize + " cannot follow one of size " + oldSize);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = newSize;
        while (oldSize > 0 && oldSize < to) {
            long middle = from + split(to - from);
            if (oldSize <= middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        // A subtree that begins at 0 is the whole old tree, whose root the verifier has.
        if (oldSize > 0 && from > 0) {
            path.add(range(from, to));
        }
        Collections.reverse(path);
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /** MTH(D[from:to]), where {@code from} is a multiple of the smallest power of two not below the length. */
    private Hash range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int height = Long.numberOfTrailingZeros(length);
            return complete(height, from >>> height);
        }
        long middle = from + split(length);
        return hasher.node(range(from, middle), range(middle, to));
    }

    /** The root of a complete subtree: up to 128 hashes of one tile, folded. */
    private Hash complete(int height, long index) {
        int below = height % 8;
        int width = 1 << below;
        byte[] hashes = RightEdge.read(source, height / 8, index << below, width).clone();
        for (int pairs = width / 2; pairs > 0; pairs /= 2) {
            for (int i = 0; i < pairs; i++) {
                hasher.node(hashes, 2 * i * HASH_BYTES, hashes, (2 * i + 1) * HASH_BYTES, hashes, i * HASH_BYTES);
            }
        }
        return Hash.at(hashes, 0);
    }

    /** The largest power of two below {@code n}, which is at least 2. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
