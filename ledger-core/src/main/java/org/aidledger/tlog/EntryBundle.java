package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.BUNDLE_BYTES_MAX;
import static org.aidledger.tlog.Limits.ENTRY_BYTES_MAX;
import static org.aidledger.tlog.Limits.TILE_WIDTH;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of one tile, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {

    private EntryBundle() {
    }

    /** Writes 1 to 256 entries. */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TILE_WIDTH) {
            throw new IllegalArgumentException("a bundle has 1 to 256 entries, not " + entries.size());
        }
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "an entry of " + entry.length + " bytes is above " + ENTRY_BYTES_MAX);
            }
            length += Short.BYTES + entry.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /**
     * Reads the bundle of a path, which must hold exactly as many entries as the path is wide.
     *
     * @throws TlogException.Malformed
     *             otherwise
     */
    public static List<byte[]> decode(TilePath path, byte[] bundle) {
        String where = path.toString();
        if (!path.isEntries()) {
            throw new IllegalArgumentException(where + " is not an entry bundle");
        }
        if (bundle.length > BUNDLE_BYTES_MAX) {
            throw new TlogException.Malformed(where, "longer than " + BUNDLE_BYTES_MAX + " bytes");
        }
        List<byte[]> entries = new ArrayList<>(path.width());
        int at = 0;
        while (at < bundle.length) {
            if (entries.size() == path.width()) {
                throw new TlogException.Malformed(where, "has bytes after its " + path.width() + " entries");
            }
            if (bundle.length - at < Short.BYTES) {
                throw new TlogException.Malformed(where, "ends inside the length of entry " + entries.size());
            }
            int length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
            at += Short.BYTES;
            if (bundle.length - at < length) {
                throw new TlogException.Malformed(where, "ends inside entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        if (entries.size() != path.width()) {
            throw new TlogException.Malformed(where, "has " + entries.size() + " entries, not " + path.width());
        }
        return List.copyOf(entries);
    }
}
