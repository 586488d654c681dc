package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** This process's one membership among the users of a folder's PostgreSQL, however many times it is opened here. */
final class SharedServer {

    private static final int CONNECT_SECONDS_MAX = 10;

    private final FolderLocks locks;
    private final Server server;
    private final Credentials credentials;
    private final Duration patience;
    private final int port;
    private int uses;

    private SharedServer(FolderLocks locks, Server server, Credentials credentials, Duration patience, int port) {
        this.locks = locks;
        this.server = server;
        this.credentials = credentials;
        this.patience = patience;
        this.port = port;
    }

    /** Makes the folder, for its owner only, and answers its real path. */
    static Path prepare(Path folder) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
        if (!Files.isWritable(folder)) {
            throw new LocalDatabaseFailure(folder.toAbsolutePath() + " belongs to " + Files.getOwner(folder)
                    + ", and this process runs as " + System.getProperty("user.name")
                    + ". Run the ledger as the same user as before, or name another folder by --data DIR.");
        }
        Files.setPosixFilePermissions(folder, ownerOnly);
        return folder.toRealPath();
    }

    static SharedServer join(Path folder, Duration patience) throws IOException {
        var locks = FolderLocks.of(folder);
        try (var _ = locks.enterGate(patience)) {
            var programs = Programs.of(Binaries.unpack(folder), folder.resolve("last-command.log"));
            var server = new Server(folder, programs, patience);
            boolean alone = locks.alone();
            var credentials = server.initialise();
            int port = findOrStart(folder, server, credentials, alone);
            locks.join();
            return new SharedServer(locks, server, credentials, patience, port);
        } catch (IOException | RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    private static int findOrStart(Path folder, Server server, Credentials credentials, boolean alone)
            throws IOException {
        var running = server.running();
        if (running.isPresent()) {
            try {
                prove(credentials, running.get());
                return running.get();
            } catch (SQLException | LocalDatabaseFailure e) {
                if (!alone) {
                    throw new LocalDatabaseFailure("Another process uses the PostgreSQL in " + folder
                            + ", and it does not answer here as it should: " + e.getMessage() + server.tail(0), e);
                }
                // Nobody's, and of no use as it is.
                server.stop();
            }
        } else if (!alone) {
            // It may run where we cannot see it, and two servers on one folder would destroy the data.
            throw new LocalDatabaseFailure(
                    "Another process uses " + folder + ", but its PostgreSQL does not run on this"
                            + " machine, or has died. End that process first; containers cannot share the folder.");
        }
        int port = server.start();
        try {
            prove(credentials, port);
            return port;
        } catch (SQLException | LocalDatabaseFailure e) {
            server.stop();
            throw new LocalDatabaseFailure("PostgreSQL in " + folder + " started, but cannot be used: " + e.getMessage()
                    + server.tail(0), e);
        }
    }

    /** Connects as the application does, and refuses a server that does not wait for the disk. */
    private static void prove(Credentials credentials, int port) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", DatabaseRole.APPLICATION.user());
        properties.setProperty("password", credentials.password(DatabaseRole.APPLICATION));
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS_MAX));
        properties.setProperty("socketTimeout", Integer.toString(CONNECT_SECONDS_MAX));
        try (var connection = DriverManager.getConnection(url(port), properties);
                var statement = connection.createStatement()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    if (!rows.getString(1).equals("on")) {
                        throw new LocalDatabaseFailure("It was started with " + setting + "=" + rows.getString(1)
                                + ", so what it acknowledges may be lost.");
                    }
                }
            }
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + RolesScript.DATABASE;
    }

    Login login(DatabaseRole role) {
        return new Login(url(port), role.user(), credentials.password(role));
    }

    void addUse() {
        uses++;
    }

    /** Whether that was the last use in this process. */
    boolean dropUse() {
        return --uses == 0;
    }

    /** Stops the server if no other process uses it. */
    void leave() throws IOException {
        try (locks; var _ = locks.enterGate(patience)) {
            locks.leave();
            if (locks.alone()) {
                server.stop();
            }
        }
    }
}
