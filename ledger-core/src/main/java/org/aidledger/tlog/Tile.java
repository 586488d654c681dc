package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TILE_BYTES;
import static org.aidledger.tlog.Limits.TILE_WIDTH;

/**
 * A full tile: 256 hashes of one level, and their root, which is the hash number {@code index} of the level above. A tile
 * never changes once written.
 */
public final class Tile {

    private final int level;
    private final long index;
    private final byte[] hashes;
    private final Hash root;

    Tile(int level, long index, byte[] hashes, Hash root) {
        if (hashes.length != TILE_BYTES) {
            throw new IllegalArgumentException("a full tile has 8192 bytes, not " + hashes.length);
        }
        this.level = level;
        this.index = index;
        this.hashes = hashes;
        this.root = root;
    }

    /** 0 for the tiles of leaf hashes. */
    public int level() {
        return level;
    }

    /** The tile's number in its level, from 0. */
    public long index() {
        return index;
    }

    /** Where the tile is served. */
    public TilePath path() {
        return new TilePath(level, index, TILE_WIDTH);
    }

    /** A copy of the 8,192 bytes. */
    public byte[] toBytes() {
        return hashes.clone();
    }

    /** Hash {@code position} (0 to 255) of this tile. */
    public Hash hash(int position) {
        return Hash.at(hashes, position * HASH_BYTES);
    }

    /** The root over the 256 hashes: keep it beside the tile, and the level above can be read without its tiles. */
    public Hash root() {
        return root;
    }

    byte[] shared() {
        return hashes;
    }
}
