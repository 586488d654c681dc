package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.aidledger.digest.Sha256;

/**
 * Writes a ZIP archive whose bytes depend on its members alone: no clock, no compression (whose bytes differ between versions of
 * zlib), the order in which they are given. Of each member only its hash stays in memory. Sizes are of 32 bits; where there are more
 * members than 16 bits count, the directory's end is said in ZIP64 as well (APPNOTE 4.3.14 and 4.3.15).
 */
final class BundleWriter implements AutoCloseable {

    private static final int LOCAL = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final short VERSION = 10;
    private static final short VERSION_64 = 45;
    private static final short UTF8_NAMES = 0x0800;
    /** The first of February 1980: the first day that the format can tell is taken for "earlier" by some. */
    private static final int NO_TIME = 2 << 21 | 1 << 16;
    private static final int MEMBERS_16 = 0xffff;
    private static final long BYTES_MAX = 0xffffffffL;

    private final OutputStream out;
    private final Spool directory;
    private final TreeMap<String, byte[]> hashes = new TreeMap<>();
    private long written;
    private int members;

    /** @param out stays open */
    BundleWriter(OutputStream out) throws IOException {
        this.out = out;
        this.directory = new Spool();
    }

    void add(String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        begin(name, bytes.length, crc.getValue());
        write(bytes);
        hashes.put(name, Sha256.digest().digest(bytes));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the spool. */
    void add(String name, Spool spooled) throws IOException {
        try (spooled) {
            begin(name, spooled.size(), spooled.crc());
            spooled.copyTo(out);
            written += spooled.size();
            hashes.put(name, spooled.sha256());
        }
    }

    private void begin(String name, long size, long crc) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        if (written + size + nameBytes.length + Short.MAX_VALUE > BYTES_MAX) {
            throw new IOException("the archive would have more than " + BYTES_MAX + " bytes; ask for fewer events");
        }
        directory.write(little(46).putInt(DIRECTORY).putShort(VERSION).putShort(VERSION).putShort(UTF8_NAMES)
                .putShort((short) 0).putInt(NO_TIME).putInt((int) crc).putInt((int) size).putInt((int) size)
                .putShort((short) nameBytes.length).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                .putShort((short) 0).putInt(0).putInt((int) written).array());
        directory.write(nameBytes);
        write(little(30).putInt(LOCAL).putShort(VERSION).putShort(UTF8_NAMES).putShort((short) 0).putInt(NO_TIME)
                .putInt((int) crc).putInt((int) size).putInt((int) size).putShort((short) nameBytes.length)
                .putShort((short) 0).array());
        write(nameBytes);
        members++;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** SHA-256 of every member so far, by name. */
    SortedMap<String, byte[]> hashes() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    /** Ends the archive; the stream beneath stays open. */
    void finish() throws IOException {
        long offset = written;
        long length = directory.size();
        directory.copyTo(out);
        short count = (short) Math.min(members, MEMBERS_16);
        if (members >= MEMBERS_16) {
            out.write(
                    little(76).putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0)
                            .putLong(members).putLong(members).putLong(length).putLong(offset)
                            .putInt(LOCATOR_64).putInt(0).putLong(offset + length).putInt(1).array());
        }
        out.write(little(22).putInt(END).putInt(0).putShort(count).putShort(count).putInt((int) length)
                .putInt((int) offset).putShort((short) 0).array());
    }

    /** Gives up what it keeps; an archive that was not finished cannot be read. */
    @Override
    public void close() throws IOException {
        directory.close();
    }
}
