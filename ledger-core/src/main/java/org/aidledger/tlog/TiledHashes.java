package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TILE_WIDTH;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hashes of a tree of one size, read tile by tile; the tiles used last are kept. For one thread.
 */
public final class TiledHashes implements HashSource {

    /** A walk along the right edge uses one tile a level, two walks at once two. */
    private static final int TILES_KEPT = 2 * Limits.TREE_LEVELS;

    private final long size;
    private final TileSource tiles;
    private final Map<TilePath, byte[]> kept = new LinkedHashMap<>();

    /** The tree of {@code size}, whose partial tiles have the widths of that size. */
    public TiledHashes(long size, TileSource tiles) {
        this.size = Limits.requireTreeSize(size);
        this.tiles = tiles;
    }

    @Override
    public byte[] hashes(int level, long from, long to) {
        long index = from / TILE_WIDTH;
        if (from < 0 || to <= from || index != (to - 1) / TILE_WIDTH || to > TilePath.hashes(level, size)) {
            throw new IllegalArgumentException("no hashes " + from + " to " + to + " in one tile of level " + level);
        }
        TilePath path = TilePath.in(size, level, index);
        byte[] tile = tile(path);
        int first = (int) (from - path.first());
        return Arrays.copyOfRange(tile, first * HASH_BYTES, (first + (int) (to - from)) * HASH_BYTES);
    }

    private byte[] tile(TilePath path) {
        byte[] tile = kept.remove(path);
        if (tile == null) {
            tile = tiles.read(path);
            if (tile.length != path.width() * HASH_BYTES) {
                throw new TlogException.Malformed(path.toString(),
                        "must be " + path.width() * HASH_BYTES + " bytes, not " + tile.length);
            }
        }
        // Last in, last out: the order of insertion is the order of use.
        kept.put(path, tile);
        if (kept.size() > TILES_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return tile;
    }
}
