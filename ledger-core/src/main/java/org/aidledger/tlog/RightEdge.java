package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TILE_WIDTH;
import static org.aidledger.tlog.Limits.TREE_LEVELS;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a log, all that an append needs of the tree: the frontier and the partial tile of each level.
 * Immutable: appending gives another edge, so a group of events that is dropped or whose transaction fails leaves
 * nothing to undo. A step copies at most the partial tiles it touches (8 KiB a level).
 */
public final class RightEdge {

    private final long size;
    private final byte[] frontier;
    private final byte[][] partial;
    private final Hash root;

    private RightEdge(Frontier frontier, byte[][] partial) {
        this.size = frontier.size();
        this.frontier = frontier.toBytes();
        this.partial = partial;
        this.root = frontier.root();
    }

    /** What an append leads to: the new edge and the tiles it filled, lower levels before the higher ones they feed. */
    public record Growth(RightEdge after, List<Tile> completed) {
        public Growth {
            completed = List.copyOf(completed);
        }
    }

    /** The edge of the log without entries. */
    public static RightEdge empty() {
        byte[][] none = new byte[TREE_LEVELS][];
        Arrays.fill(none, new byte[0]);
        return new RightEdge(new Frontier(), none);
    }

    /**
     * Reads the edge of a tree from its stored hashes: one read of at most 255 hashes a level.
     *
     * @param root
     *            the root recorded for this size, which what is read must give
     * @throws TlogException.Unproven
     *             if the stored hashes give another root
     * @throws TlogException.Unavailable
     *             if a hash is missing
     */
    public static RightEdge load(long size, Hash root, HashSource source) {
        Limits.requireTreeSize(size);
        byte[][] partial = new byte[TREE_LEVELS][];
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        for (int level = TREE_LEVELS - 1; level >= 0; level--) {
            int width = TilePath.partialWidth(level, size);
            long first = TilePath.fullTiles(level, size) * TILE_WIDTH;
            partial[level] = width == 0 ? new byte[0] : read(source, level, first, width);
            // A level's width is eight bits of the size, so its own small frontier is that part of the whole.
            Frontier part = new Frontier();
            for (int i = 0; i < width; i++) {
                part.append(partial[level], i * HASH_BYTES);
            }
            roots.writeBytes(part.toBytes());
        }
        RightEdge edge = new RightEdge(Frontier.of(size, roots.toByteArray()), partial);
        if (!edge.root.equals(root)) {
            throw new TlogException.Unproven("tree of size " + size,
                    "the stored hashes give the root " + edge.root + " and not the recorded " + root);
        }
        return edge;
    }

    static byte[] read(HashSource source, int level, long first, int width) {
        byte[] hashes = source.hashes(level, first, first + width);
        if (hashes.length != width * HASH_BYTES) {
            throw new TlogException.Unavailable("hashes " + first + " to " + (first + width - 1) + " of level " + level,
                    "must be " + width * HASH_BYTES + " bytes, the source gave " + hashes.length);
        }
        return hashes;
    }

    /** Entries in the log. */
    public long size() {
        return size;
    }

    /** The root hash of the log. */
    public Hash root() {
        return root;
    }

    /** The serialised {@link Frontier}. */
    public byte[] frontier() {
        return frontier.clone();
    }

    /** The hashes of the partial tile of a level (0 to 7), 0 to 255 of 32 bytes each. */
    public byte[] partialTile(int level) {
        return Arrays.copyOf(partial[level], TilePath.partialWidth(level, size) * HASH_BYTES);
    }

    /** Appends leaf hashes, 32 bytes each, one after the other. This edge stays as it is. */
    public Growth append(byte[] leafHashes) {
        if (leafHashes.length % HASH_BYTES != 0) {
            throw new IllegalArgumentException(leafHashes.length + " bytes are not a whole number of hashes");
        }
        List<Tile> completed = new ArrayList<>();
        EdgeBuilder builder = new EdgeBuilder(Frontier.of(size, frontier), partial, completed::add);
        for (int offset = 0; offset < leafHashes.length; offset += HASH_BYTES) {
            builder.append(leafHashes, offset);
        }
        return new Growth(new RightEdge(builder.frontier(), builder.partial()), completed);
    }

    /** Appends leaf hashes. This edge stays as it is. */
    public Growth append(List<Hash> leafHashes) {
        byte[] hashes = new byte[leafHashes.size() * HASH_BYTES];
        int offset = 0;
        for (Hash hash : leafHashes) {
            hash.copyTo(hashes, offset);
            offset += HASH_BYTES;
        }
        return append(hashes);
    }

    @Override
    public String toString() {
        return "RightEdge[size=" + size + ", root=" + root + "]";
    }
}
