package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TREE_SIZE_MAX;

import java.util.Arrays;

/**
 * The roots of the complete subtrees along a tree's right edge, one for each one-bit of its size, the largest first. It
 * is all that appending needs: a leaf costs one node hash on average, the root at most 61. Mutable, for one thread.
 */
public final class Frontier {

    private static final int DEPTH_MAX = Long.SIZE;
    private static final SubtreeSink IGNORED = (height, hashes, offset) -> {
    };

    private final TreeHasher hasher = new TreeHasher();
    private final byte[] roots = new byte[DEPTH_MAX * HASH_BYTES];
    private long size;

    /** Told of every subtree that becomes complete, from the smallest; the hash is only valid during the call. */
    @FunctionalInterface
    interface SubtreeSink {
        void complete(int height, byte[] hashes, int offset);
    }

    /** The frontier of the empty tree. */
    public Frontier() {
        this.size = 0;
    }

    /** Reads what {@link #toBytes()} wrote for a tree of {@code size}. */
    public static Frontier of(long size, byte[] roots) {
        Limits.requireTreeSize(size);
        int expected = Long.bitCount(size) * HASH_BYTES;
        if (roots.length != expected) {
            throw new TlogException.Malformed("frontier of size " + size,
                    "must have " + expected + " bytes, not " + roots.length);
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        System.arraycopy(roots, 0, frontier.roots, 0, expected);
        return frontier;
    }

    /** Entries in the tree. */
    public long size() {
        return size;
    }

    /** Appends one leaf hash. */
    public void append(Hash leaf) {
        append(leaf.shared(), 0, IGNORED);
    }

    /** Appends the leaf hash at {@code offset}. */
    public void append(byte[] hashes, int offset) {
        append(hashes, offset, IGNORED);
    }

    void append(byte[] hashes, int offset, SubtreeSink sink) {
        if (size == TREE_SIZE_MAX) {
            throw new IllegalArgumentException("the tree is full");
        }
        int top = Long.bitCount(size) * HASH_BYTES;
        System.arraycopy(hashes, offset, roots, top, HASH_BYTES);
        int height = 0;
        for (long pairs = size; (pairs & 1) == 1; pairs >>>= 1) {
            int left = top - HASH_BYTES;
            hasher.node(roots, left, roots, top, roots, left);
            top = left;
            sink.complete(++height, roots, top);
        }
        size++;
    }

    /** The root of the tree as it stands. */
    public Hash root() {
        int last = (Long.bitCount(size) - 1) * HASH_BYTES;
        if (last < 0) {
            return TreeHasher.EMPTY_ROOT;
        }
        byte[] root = Arrays.copyOfRange(roots, last, last + HASH_BYTES);
        for (int left = last - HASH_BYTES; left >= 0; left -= HASH_BYTES) {
            hasher.node(roots, left, root, 0, root, 0);
        }
        return Hash.owning(root);
    }

    /** The hashes one after the other, the largest subtree's first: 32 bytes for each one-bit of the size. */
    public byte[] toBytes() {
        return Arrays.copyOf(roots, Long.bitCount(size) * HASH_BYTES);
    }

    /** Whether {@code bytes} is what {@link #toBytes()} would give; costs no hashing. */
    public boolean matches(byte[] bytes) {
        int length = Long.bitCount(size) * HASH_BYTES;
        return bytes.length == length && Arrays.equals(roots, 0, length, bytes, 0, length);
    }
}
