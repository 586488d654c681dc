package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Who uses a folder's PostgreSQL, told by the operating system: a lock goes when its process does, however it ends.
 *
 * <p>{@code gate.lock} is held alone while PostgreSQL is being looked for, started or stopped. {@code users.lock} is held
 * together by every process that uses PostgreSQL; a process at the gate that could hold it alone is the only one left.
 *
 * <p>Such locks belong to the process, not to the object: there must be one object a folder in a process, which
 * {@link LocalDatabase} sees to.
 */
final class FolderLocks implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final FileChannel gate;
    private final FileChannel users;
    private @Nullable FileLock lease;

    private FolderLocks(Path folder, FileChannel gate, FileChannel users) {
        this.folder = folder;
        this.gate = gate;
        this.users = users;
    }

    static FolderLocks of(Path folder) throws IOException {
        return new FolderLocks(folder, channel(folder.resolve("gate.lock")), channel(folder.resolve("users.lock")));
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits until no other process is starting or stopping this folder's PostgreSQL. Closing the answer opens the gate. */
    FileLock enterGate(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var lock = gate.tryLock();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new LocalDatabaseFailure("Another process has been starting or stopping the PostgreSQL in "
                        + folder
                        + " for more than " + patience.toSeconds() + " s. Wait for it, or end it, and try again.");
            }
            Waiting.pause(PAUSE);
        }
    }

    /** Whether no other process uses this folder's PostgreSQL. Only meaningful within the gate and before {@link #join}. */
    boolean alone() throws IOException {
        try (var lock = users.tryLock()) {
            return lock != null;
        }
    }

    /** From now on this process counts among the users. */
    void join() throws IOException {
        lease = users.lock(0, Long.MAX_VALUE, true);
    }

    /** This process uses PostgreSQL no more. */
    void leave() throws IOException {
        if (lease != null) {
            lease.release();
            lease = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (gate; users) {
            leave();
        }
    }
}
