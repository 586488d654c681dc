package org.aidledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file that is there whole or not at all, readable by its owner only, and on the disk when the call returns. */
public final class PrivateFile {

    private PrivateFile() {
    }

    /** Replaces the file, or makes it. */
    public static void replace(Path file, byte[] bytes) {
        try {
            Path fresh = written(file, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Makes the file where there is none; of several that do so at once, one wins and the others change nothing. */
    static void create(Path file, byte[] bytes) {
        try {
            Path fresh = written(file, bytes);
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException another) {
                // which was first
            } finally {
                Files.delete(fresh);
            }
            force(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The bytes in a file of another name beside it. */
    private static Path written(Path file, byte[] bytes) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempFile(parent, file.getFileName().toString(), ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return fresh;
    }

    /** The name itself on the disk. */
    private static void force(Path file) throws IOException {
        try (FileChannel directory =
                FileChannel.open(file.toAbsolutePath().getParent(), Set.of(StandardOpenOption.READ))) {
            directory.force(true);
        }
    }
}
