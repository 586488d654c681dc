package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.TILE_WIDTH;

import java.util.Locale;

/**
 * The address of a tile or an entry bundle below the log's prefix (C2SP tlog-tiles), for example
 * {@code tile/0/x001/x234/067.p/8} or {@code tile/entries/000}.
 *
 * @param level
 *            0 to 63, or {@link #ENTRIES} for a bundle of entries
 * @param index
 *            the tile's number in its level, from 0
 * @param width
 *            256 for a full tile, 1 to 255 for a partial one
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    private static final String PREFIX = "tile/";
    private static final String ENTRIES_NAME = "entries";
    private static final int PATH_CHARS_MAX = 64;
    private static final long INDEX_MAX = Limits.TREE_SIZE_MAX / TILE_WIDTH;

    public TilePath {
        if (level < ENTRIES || level > Limits.PATH_LEVEL_MAX) {
            throw new IllegalArgumentException("tile level " + level + " is not within 0..63");
        }
        if (index < 0 || index > INDEX_MAX) {
            throw new IllegalArgumentException("tile index " + index + " is not within 0.." + INDEX_MAX);
        }
        if (width < 1 || width > TILE_WIDTH) {
            throw new IllegalArgumentException("tile width " + width + " is not within 1..256");
        }
    }

    /** Complete hashes of a level in a tree of {@code size}; the number of entries for {@link #ENTRIES}. */
    public static long hashes(int level, long size) {
        Limits.requireTreeSize(size);
        if (level <= 0) {
            return size;
        }
        return level >= Limits.TREE_LEVELS ? 0 : size >>> (8 * level);
    }

    /** Full tiles of a level in a tree of {@code size}. */
    public static long fullTiles(int level, long size) {
        return hashes(level, size) / TILE_WIDTH;
    }

    /** Width of the partial tile of a level in a tree of {@code size}; 0 if there is none. */
    public static int partialWidth(int level, long size) {
        return (int) (hashes(level, size) % TILE_WIDTH);
    }

    /** The path of tile {@code index} of a level, as wide as a tree of {@code size} has it. */
    public static TilePath in(long size, int level, long index) {
        long width = Math.min(TILE_WIDTH, hashes(level, size) - index * TILE_WIDTH);
        if (width < 1) {
            throw new IllegalArgumentException(
                    "a tree of size " + size + " has no tile " + index + " at level " + level);
        }
        return new TilePath(level, index, (int) width);
    }

    /** Whether a tree of {@code size} has all the hashes or entries this path names. */
    public boolean isWithin(long size) {
        return index * TILE_WIDTH + width <= hashes(level, size);
    }

    /** Whether this is a bundle of entries and not a tile of hashes. */
    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** Whether the tile can never grow. */
    public boolean isFull() {
        return width == TILE_WIDTH;
    }

    /** The number of the first hash or entry. */
    public long first() {
        return index * TILE_WIDTH;
    }

    /**
     * Reads a path; only the exact form that {@link #toString()} writes is accepted.
     *
     * @throws TlogException.Malformed
     *             otherwise
     */
    public static TilePath parse(String path) {
        if (path.length() > PATH_CHARS_MAX || !path.startsWith(PREFIX)) {
            throw malformed(path);
        }
        int slash = path.indexOf('/', PREFIX.length());
        if (slash < 0) {
            throw malformed(path);
        }
        String levelText = path.substring(PREFIX.length(), slash);
        int level = levelText.equals(ENTRIES_NAME) ? ENTRIES : (int) number(levelText, Limits.PATH_LEVEL_MAX, path);
        String rest = path.substring(slash + 1);
        int width = TILE_WIDTH;
        int partial = rest.indexOf(".p/");
        if (partial >= 0) {
            width = (int) number(rest.substring(partial + 3), TILE_WIDTH - 1, path);
            rest = rest.substring(0, partial);
        }
        if (width == 0) {
            throw malformed(path);
        }
        TilePath parsed = new TilePath(level, index(rest, path), width);
        // Grouping has one right form; writing it again refuses every other, such as a leading x000.
        if (!parsed.toString().equals(path)) {
            throw malformed(path);
        }
        return parsed;
    }

    private static long index(String groups, String path) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < groups.length(); i++) {
            char c = groups.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        if (digits.isEmpty() || digits.length() > 18) {
            throw malformed(path);
        }
        long index = Long.parseLong(digits, 0, digits.length(), 10);
        if (index > INDEX_MAX) {
            throw malformed(path);
        }
        return index;
    }

    private static long number(String text, long max, String path) {
        return StrictText.decimal(text, max, "tile path " + shown(path));
    }

    private static TlogException malformed(String path) {
        return new TlogException.Malformed("tile path " + shown(path), "not tile/<level>/<index>[.p/<width>]");
    }

    private static String shown(String path) {
        return path.length() <= PATH_CHARS_MAX ? path : path.substring(0, PATH_CHARS_MAX) + "...";
    }

    /** The path itself, without a leading slash. */
    @Override
    public String toString() {
        String groups = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long above = index / 1000; above > 0; above /= 1000) {
            groups = String.format(Locale.ROOT, "x%03d/", above % 1000) + groups;
        }
        return PREFIX + (isEntries() ? ENTRIES_NAME : Integer.toString(level)) + "/" + groups
                + (isFull() ? "" : ".p/" + width);
    }
}
