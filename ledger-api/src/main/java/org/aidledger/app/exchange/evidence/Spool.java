package org.aidledger.app.exchange.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.aidledger.digest.Sha256;

/**
 * A member that may be too large to be in memory: written to a file of its own first, because its size and its checksum stand
 * before it in the archive. The file is gone when this is closed.
 */
final class Spool extends OutputStream {

    private final FileChannel file;
    private final OutputStream buffered;
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = Sha256.digest();
    private long size;

    Spool() throws IOException {
        Path path = Files.createTempFile("evidence", ".part");
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        buffered = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        buffered.write(bytes, from, length);
        crc.update(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        buffered.flush();
    }

    /** Bytes written. */
    long size() {
        return size;
    }

    /** Their CRC-32. */
    long crc() {
        return crc.getValue();
    }

    /** Their SHA-256; nothing can be written afterwards. */
    byte[] sha256() {
        return digest.digest();
    }

    /** What was written, from its beginning. */
    void copyTo(OutputStream out) throws IOException {
        flush();
        file.position(0);
        Channels.newInputStream(file).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
