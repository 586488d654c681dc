package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.aidledger.tlog.TlogException;

/**
 * The archive of a bundle: a ZIP file in the one form that the ledger writes. Nothing in it is compressed, so nothing unfolds;
 * every byte belongs to one member, the directory says what the members say, and only names of {@link Members} occur. Members are
 * read one at a time.
 */
final class BundleArchive implements AutoCloseable {

    private static final int END_BYTES = 22;
    private static final int DIRECTORY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_64_BYTES = 76;
    private static final int MEMBERS_16 = 0xffff;
    private static final int PIECE_BYTES = 1 << 16;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int UTF8_NAMES = 0x0800;

    private final SeekableByteChannel file;
    private final Map<String, Extent> members = new LinkedHashMap<>();

    private record Extent(long offset, int length) {
    }

    private BundleArchive(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * Opens and checks the whole structure; closing this closes the file.
     *
     * @throws TlogException.Malformed
     *             when it is not a bundle's archive
     */
    static BundleArchive open(SeekableByteChannel file) throws IOException {
        BundleArchive archive = new BundleArchive(file);
        try {
            archive.readDirectory();
            return archive;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** @throws TlogException.Unavailable when there is no such member */
    byte[] read(String name) throws IOException {
        Extent extent = members.get(name);
        if (extent == null) {
            throw new TlogException.Unavailable(name, "is missing");
        }
        return bytes(extent.offset(), extent.length()).array();
    }

    /**
     * SHA-256 of a member, hexadecimal; a piece of it is in memory at a time.
     *
     * @throws TlogException.Unavailable when there is no such member
     */
    String sha256(String name) throws IOException {
        Extent extent = members.get(name);
        if (extent == null) {
            throw new TlogException.Unavailable(name, "is missing");
        }
        MessageDigest digest = BundleVerifier.sha256();
        for (int at = 0; at < extent.length(); at += PIECE_BYTES) {
            digest.update(bytes(extent.offset() + at, Math.min(PIECE_BYTES, extent.length() - at)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void readDirectory() throws IOException {
        long size = file.size();
        if (size < END_BYTES || size > BundleLimits.ARCHIVE_BYTES_MAX) {
            throw refused("its size of " + size + " bytes is not within " + END_BYTES + ".."
                    + BundleLimits.ARCHIVE_BYTES_MAX);
        }
        ByteBuffer end = bytes(size - END_BYTES, END_BYTES);
        int few = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & 0xffffffffL;
        long offset = end.getInt(16) & 0xffffffffL;
        long count = few == MEMBERS_16 ? manyMembers(offset, length) : few;
        long behind = few == MEMBERS_16 ? END_64_BYTES + END_BYTES : END_BYTES;
        boolean whole = end.getInt(0) == END && end.getInt(4) == 0 && (end.getShort(8) & 0xffff) == few
                && end.getShort(20) == 0 && offset + length + behind == size;
        if (!whole) {
            throw refused("it does not end in the directory that a bundle has; it was cut, or written anew");
        }
        if (count > BundleLimits.MEMBERS_MAX
                || length > count * (DIRECTORY_BYTES + BundleLimits.NAME_CHARS_MAX)) {
            throw refused("it has " + count + " members, or their names are too long");
        }
        ByteBuffer directory = bytes(offset, (int) length);
        long next = 0;
        for (int i = 0; i < count; i++) {
            next = readMember(directory, next);
        }
        if (directory.hasRemaining() || next != offset) {
            throw refused("it has bytes that belong to no member");
        }
    }

    /** How many members a directory of more than 16 bits count has, by the ZIP64 end that stands behind it. */
    private long manyMembers(long offset, long length) throws IOException {
        ByteBuffer end = bytes(offset + length, END_64_BYTES);
        long count = end.getLong(32);
        boolean same = end.getInt(0) == END_64 && end.getLong(4) == 44 && end.getLong(16) == 0
                && end.getLong(24) == count && end.getLong(40) == length && end.getLong(48) == offset
                && end.getInt(56) == LOCATOR_64 && end.getInt(60) == 0 && end.getLong(64) == offset + length
                && end.getInt(72) == 1 && count >= MEMBERS_16;
        if (!same) {
            throw refused("it does not end in the directory that a bundle has; it was cut, or written anew");
        }
        return count;
    }

    /** Reads one member of the directory and compares it with what stands before the member; gives where the next begins. */
    private long readMember(ByteBuffer directory, long expectedAt) throws IOException {
        int at = directory.position();
        if (directory.remaining() < DIRECTORY_BYTES || directory.getInt(at) != DIRECTORY) {
            throw refused("its directory is damaged");
        }
        int flags = directory.getShort(at + 8) & 0xffff;
        int method = directory.getShort(at + 10);
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        long length = directory.getInt(at + 24) & 0xffffffffL;
        int nameLength = directory.getShort(at + 28) & 0xffff;
        int extras = directory.getShort(at + 30) | directory.getShort(at + 32) | directory.getShort(at + 34);
        long local = directory.getInt(at + 42) & 0xffffffffL;
        if (nameLength > BundleLimits.NAME_CHARS_MAX || directory.remaining() < DIRECTORY_BYTES + nameLength) {
            throw refused("a member's name is too long");
        }
        byte[] nameBytes = new byte[nameLength];
        directory.position(at + DIRECTORY_BYTES).get(nameBytes);
        String name = new String(nameBytes, StandardCharsets.US_ASCII);
        if (!Members.isAllowed(name)) {
            throw refused("a member is named " + shown(name) + ", which no bundle has");
        }
        if (method != 0 || packed != length) {
            throw refused("member " + name + " is compressed; take the bundle as it was handed out");
        }
        if ((flags & ~UTF8_NAMES) != 0 || extras != 0 || local != expectedAt) {
            throw refused("member " + name + " is not written as a bundle's members are");
        }
        if (length > BundleLimits.memberBytesMax(name)) {
            throw refused("member " + name + " has " + length + " bytes, at most "
                    + BundleLimits.memberBytesMax(name) + " are taken");
        }
        requireSame(bytes(local, LOCAL_BYTES + nameLength), name, nameBytes, length);
        long data = local + LOCAL_BYTES + nameLength;
        if (members.put(name, new Extent(data, (int) length)) != null) {
            throw refused("member " + name + " occurs twice");
        }
        return data + length;
    }

    private static void requireSame(ByteBuffer header, String name, byte[] nameBytes, long length) {
        byte[] localName = new byte[nameBytes.length];
        header.get(LOCAL_BYTES, localName);
        boolean same = header.getInt(0) == LOCAL && header.getShort(8) == 0
                && (header.getShort(6) & ~UTF8_NAMES) == 0 && (header.getInt(18) & 0xffffffffL) == length
                && (header.getInt(22) & 0xffffffffL) == length
                && (header.getShort(26) & 0xffff) == nameBytes.length && header.getShort(28) == 0
                && java.util.Arrays.equals(localName, nameBytes);
        if (!same) {
            throw refused("the directory and member " + name + " do not agree");
        }
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > file.size()) {
            throw refused("it ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(offset);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw refused("it ends too early");
            }
        }
        return bytes.flip();
    }

    private static String shown(String name) {
        return "\"" + name.replaceAll("[^A-Za-z0-9._/-]", "?") + "\"";
    }

    private static TlogException refused(String what) {
        return new TlogException.Malformed("archive", what);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
