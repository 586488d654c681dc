package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TILE_BYTES;
import static org.aidledger.tlog.Limits.TREE_LEVELS;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A frontier together with the partial tile of every level. The root of a tile that fills up is a subtree that the
 * frontier has just merged, so tiles cost no hashing of their own.
 */
final class EdgeBuilder {

    private final Frontier frontier;
    private final byte[][] partial;
    private final boolean[] shared = new boolean[TREE_LEVELS];
    private final Consumer<Tile> completed;

    /** Starts from partial tiles that others may still read: each is copied before its first change. */
    EdgeBuilder(Frontier frontier, byte[][] partial, Consumer<Tile> completed) {
        this.frontier = frontier;
        this.partial = partial.clone();
        this.completed = completed;
        Arrays.fill(shared, true);
    }

    Frontier frontier() {
        return frontier;
    }

    /** The tiles as they stand, 8,192 bytes each or empty; only the hashes that the size implies have a meaning. */
    byte[][] partial() {
        return partial;
    }

    void append(byte[] hashes, int offset) {
        add(0, frontier.size(), hashes, offset);
        frontier.append(hashes, offset, this::subtree);
    }

    private void subtree(int height, byte[] hashes, int offset) {
        if (height % 8 != 0) {
            return;
        }
        int level = height / 8;
        long number = frontier.size() >>> height;
        completed.accept(new Tile(level - 1, number, partial[level - 1], Hash.at(hashes, offset)));
        partial[level - 1] = new byte[0];
        add(level, number, hashes, offset);
    }

    private void add(int level, long number, byte[] hashes, int offset) {
        if (shared[level] || partial[level].length == 0) {
            partial[level] = Arrays.copyOf(partial[level], TILE_BYTES);
            shared[level] = false;
        }
        System.arraycopy(hashes, offset, partial[level], (int) (number & 255) * HASH_BYTES, HASH_BYTES);
    }
}
