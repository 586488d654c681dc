package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;
import static org.aidledger.tlog.Limits.TILE_WIDTH;
import static org.aidledger.tlog.Limits.TREE_LEVELS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Derives a log again from its raw entries, given in order, and compares every hash with what was stored and every root
 * with what was recorded or signed. It stops at the first fault. Memory does not grow with the log. For one thread.
 *
 * <p>Use: {@link #expect} the checkpoints to hold, {@link #add} the entries one by one, {@link #finish}.
 */
public final class LogVerifier {

    private static final byte[] NO_TILES = new byte[0];

    private final Optional<HashSource> stored;
    private final EdgeBuilder edge;
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] leaf = new byte[HASH_BYTES];
    private final TreeMap<Long, Hash> expected = new TreeMap<>();
    private Optional<Fault> fault = Optional.empty();
    /** Entries below a root that held. */
    private long confirmed;
    private long nextExpected = Long.MAX_VALUE;

    private LogVerifier(Optional<HashSource> stored) {
        this.stored = stored;
        byte[][] none = new byte[TREE_LEVELS][];
        Arrays.fill(none, NO_TILES);
        this.edge = new EdgeBuilder(new Frontier(), none, this::compareFull);
    }

    /** Compares with stored hashes too, read in ascending order in each level, so a bad entry is named exactly. */
    public static LogVerifier against(HashSource stored) {
        return new LogVerifier(Optional.of(stored));
    }

    /** Compares roots only. */
    public static LogVerifier withoutTiles() {
        return new LogVerifier(Optional.empty());
    }

    /** Expects a root at a size not yet reached: a checkpoint that was verified, the head the database records. */
    public LogVerifier expect(long size, Hash root) {
        if (size < size()) {
            throw new IllegalArgumentException("size " + size + " has been passed, the verifier is at " + size());
        }
        Hash other = expected.putIfAbsent(size, root);
        if (other != null && !other.equals(root)) {
            fail(Fault.Kind.ROOT_DIFFERS, confirmed, Math.max(confirmed, size - 1),
                    "two roots for size " + size + ": " + other + " and " + root);
        }
        nextExpected = expected.firstKey();
        checkExpected();
        return this;
    }

    /** Adds entry {@code index} and answers whether the log is sound so far; after a fault nothing more is done. */
    public boolean add(long index, byte[] entry) {
        return add(index, entry, 0, entry.length);
    }

    /** As {@link #add(long, byte[])}, for a part of an array. */
    public boolean add(long index, byte[] buffer, int offset, int length) {
        hasher.leaf(buffer, offset, length, leaf, 0);
        return addHash(index, leaf);
    }

    /** As {@link #add(long, byte[])}, for an entry whose 32-byte leaf hash the caller derived from its bytes. */
    public boolean addHash(long index, byte[] leafHash) {
        if (fault.isPresent()) {
            return false;
        }
        if (index != size()) {
            // An entry before the gap may be bad as well, and the first one counts.
            comparePartial(0);
            fail(Fault.Kind.ENTRY_MISSING, size(), size(), "the entry that follows " + (size() - 1) + " is " + index);
            return false;
        }
        edge.append(leafHash, 0);
        checkExpected();
        return fault.isEmpty();
    }

    /** Compares the tree at the present size with a frontier recorded for it; cheap, because nothing is hashed. */
    public boolean checkFrontier(byte[] recorded) {
        if (fault.isEmpty()) {
            if (edge.frontier().matches(recorded)) {
                confirmed = size();
            } else {
                rootDiffers("the frontier recorded for size " + size() + " is another");
            }
        }
        return fault.isEmpty();
    }

    /** Compares the tree at the present size with a root recorded for it. */
    public boolean checkRoot(Hash recorded) {
        if (fault.isEmpty()) {
            Hash root = root();
            if (root.equals(recorded)) {
                confirmed = size();
            } else {
                rootDiffers("the root at size " + size() + " is " + root + " and not " + recorded);
            }
        }
        return fault.isEmpty();
    }

    /** Ends the log: compares the partial tiles and the checkpoints beyond the end. Empty if the log is sound. */
    public Optional<Fault> finish() {
        for (int level = 0; level < TREE_LEVELS && fault.isEmpty(); level++) {
            comparePartial(level);
        }
        if (fault.isEmpty() && !expected.isEmpty()) {
            fail(Fault.Kind.TAIL_MISSING, size(), size(),
                    "the entries end at size " + size() + ", a checkpoint has size " + expected.lastKey());
        }
        return fault;
    }

    /** The first fault, if one was found so far. */
    public Optional<Fault> fault() {
        return fault;
    }

    /** Entries derived so far. */
    public long size() {
        return edge.frontier().size();
    }

    /** The root over the entries so far. */
    public Hash root() {
        return edge.frontier().root();
    }

    private void checkExpected() {
        if (size() == nextExpected && fault.isEmpty()) {
            Map.Entry<Long, Hash> reached = expected.pollFirstEntry();
            nextExpected = expected.isEmpty() ? Long.MAX_VALUE : expected.firstKey();
            checkRoot(reached.getValue());
        }
    }

    /** A wrong root shows no entry; the stored leaf hashes may show which one it is. */
    private void rootDiffers(String detail) {
        comparePartial(0);
        if (fault.isEmpty()) {
            fail(Fault.Kind.ROOT_DIFFERS, Math.min(confirmed, Math.max(size() - 1, 0)), Math.max(size() - 1, 0),
                    detail);
        }
    }

    private void compareFull(Tile tile) {
        compare(tile.level(), tile.index() * TILE_WIDTH, TILE_WIDTH, tile.shared());
    }

    private void comparePartial(int level) {
        int width = TilePath.partialWidth(level, size());
        if (width > 0) {
            compare(level, TilePath.fullTiles(level, size()) * TILE_WIDTH, width, edge.partial()[level]);
        }
    }

    private void compare(int level, long first, int width, byte[] derived) {
        if (fault.isPresent() || stored.isEmpty()) {
            return;
        }
        byte[] recorded;
        try {
            recorded = RightEdge.read(stored.get(), level, first, width);
        } catch (TlogException e) {
            fail(Fault.Kind.TILE_MISSING, firstEntry(level, first), firstEntry(level, first),
                    e.where() + ": " + e.what());
            return;
        }
        int difference = Arrays.mismatch(derived, 0, width * HASH_BYTES, recorded, 0, width * HASH_BYTES);
        if (difference >= 0) {
            int position = difference / HASH_BYTES;
            long index = firstEntry(level, first + position);
            fail(level == 0 ? Fault.Kind.ENTRY_DIFFERS : Fault.Kind.TILE_DIFFERS, index, index,
                    "hash " + (first + position) + " of level " + level + " is "
                            + Hash.at(derived, position * HASH_BYTES) + ", stored is "
                            + Hash.at(recorded, position * HASH_BYTES));
        }
    }

    private static long firstEntry(int level, long hash) {
        return hash << (8 * level);
    }

    private void fail(Fault.Kind kind, long firstIndex, long lastIndex, String detail) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Fault(kind, firstIndex, lastIndex, detail));
        }
    }
}
