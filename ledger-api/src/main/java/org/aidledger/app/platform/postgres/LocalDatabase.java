package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A use of the PostgreSQL in a data folder. The first use anywhere on the machine starts it, the last one to be closed
 * stops it; a process that dies without closing leaves it running, and the next use takes it over with everything that was
 * committed.
 *
 * <p>It listens on 127.0.0.1 only, on a port of its own choice. It is for trials, demonstrations and a single office's
 * machine; production brings its own PostgreSQL, with backups and replicas.
 */
public final class LocalDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The folders this process uses. Locks of the operating system are per process, hence one entry per folder. */
    private static final Map<Path, SharedServer> OPEN = new HashMap<>();

    private final SharedServer server;
    private boolean closed;

    private LocalDatabase(SharedServer server) {
        this.server = server;
    }

    /**
     * Opens the PostgreSQL under {@code dataFolder/postgres}, creating it when it is not there (about 5 s), starting it when
     * it does not run (about 1 s), and otherwise joining whoever uses it.
     *
     * @param dataFolder     the ledger's data folder, on a disk of this machine
     * @param activeProfiles the application's profiles; with {@code production} among them this refuses
     * @throws LocalDatabaseFailure when it is refused or fails, with a message that says what to do
     */
    public static LocalDatabase open(Path dataFolder, Collection<String> activeProfiles) {
        return open(dataFolder, activeProfiles, PATIENCE);
    }

    static LocalDatabase open(Path dataFolder, Collection<String> activeProfiles, Duration patience) {
        if (activeProfiles.contains("production")) {
            throw new LocalDatabaseFailure("""
                    The profile "production" does not run on the PostgreSQL that the ledger brings along: nobody backs it up.
                    Give the address of yours by --db URL or LEDGER_DB_URL, with LEDGER_DB_USER, LEDGER_DB_PASSWORD,
                    LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD.""");
        }
        synchronized (OPEN) {
            try {
                var folder = SharedServer.prepare(dataFolder.resolve("postgres"));
                var server = OPEN.get(folder);
                if (server == null) {
                    server = SharedServer.join(folder, patience);
                    OPEN.put(folder, server);
                }
                server.addUse();
                return new LocalDatabase(server);
            } catch (IOException e) {
                throw new LocalDatabaseFailure("PostgreSQL in " + dataFolder + " cannot be used: " + e, e);
            }
        }
    }

    /** How to connect as a role. */
    public Login login(DatabaseRole role) {
        return server.login(role);
    }

    /**
     * Closes this use also when the process is asked to end (Ctrl-C, SIGTERM). For programs without an orderly end of their
     * own; one that still has work to finish then, such as a web server, closes by itself after that work.
     */
    public LocalDatabase closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-local-database"));
        return this;
    }

    /**
     * Ends this use; a second call does nothing but wait for the first, so that a process asked to end does not end in the
     * middle of it. The last use anywhere stops PostgreSQL.
     */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (closed) {
                return;
            }
            closed = true;
            if (server.dropUse()) {
                OPEN.values().remove(server);
                try {
                    server.leave();
                } catch (IOException e) {
                    throw new LocalDatabaseFailure("The local PostgreSQL could not be left in order: " + e, e);
                }
            }
        }
    }
}
