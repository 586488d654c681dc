package org.aidledger.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, kept as a real one keeps it: entries, completed tiles, and the right edge after each append. */
final class StoredLog implements TileSource {

    final List<byte[]> entries = new ArrayList<>();
    final Map<TilePath, byte[]> fullTiles = new HashMap<>();
    private RightEdge edge = RightEdge.empty();

    static StoredLog of(int size) {
        StoredLog log = new StoredLog();
        List<Hash> leaves = Trees.leaves(size);
        for (int i = 0; i < size; i++) {
            log.entries.add(Trees.entry(i));
        }
        log.append(leaves);
        return log;
    }

    private void append(List<Hash> leaves) {
        RightEdge.Growth growth = edge.append(leaves);
        growth.completed().forEach(tile -> fullTiles.put(tile.path(), tile.toBytes()));
        edge = growth.after();
    }

    RightEdge edge() {
        return edge;
    }

    /** The log as somebody with all rights rewrites it: other entries, and every hash to match. */
    StoredLog rewritten(List<byte[]> others) {
        StoredLog log = new StoredLog();
        log.entries.addAll(others);
        log.append(Trees.leafHashes(others));
        return log;
    }

    /** Changes one bit of one hash of a full tile. */
    void alter(TilePath path, int position) {
        fullTiles.computeIfPresent(path, (key, hashes) -> {
            byte[] altered = hashes.clone();
            altered[position * 32] ^= 1;
            return altered;
        });
    }

    @Override
    public byte[] read(TilePath path) {
        byte[] full = fullTiles.get(new TilePath(path.level(), path.index(), 256));
        if (full != null) {
            return Arrays.copyOf(full, path.width() * 32);
        }
        byte[] partial = edge.partialTile(path.level());
        if (path.index() != TilePath.fullTiles(path.level(), edge.size()) || partial.length < path.width() * 32) {
            throw new TlogException.Unavailable(path.toString(), "not stored");
        }
        return Arrays.copyOf(partial, path.width() * 32);
    }

    HashSource hashes() {
        return new TiledHashes(edge.size(), this);
    }
}
