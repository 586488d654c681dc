package org.aidledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.testing.TestDatabase.Role;

/** A PostgreSQL that the tests start, and that ends with their JVM at the latest. */
final class TestServer {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_wal_size", "2GB");

    private final Path data;
    private final boolean isDurable;
    private final boolean isShared;
    private EmbeddedPostgres postgres;

    private TestServer(boolean isDurable, boolean isShared) throws IOException {
        this.data = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "postgres");
        this.isDurable = isDurable;
        this.isShared = isShared;
        this.postgres = settings().start();
    }

    /**
     * @param isDurable whether commits wait for the disk
     * @param isShared whether it stays, with its data, until the JVM ends
     */
    static TestServer start(boolean isDurable, boolean isShared) {
        try {
            var server = new TestServer(isDurable, isShared);
            server.execute("create role " + Role.OWNER.user + " login");
            server.execute("create role " + Role.APP.user + " login");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL of the tests did not start", e);
        }
    }

    private EmbeddedPostgres.Builder settings() {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(isShared)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("jit", "off");
        if (isDurable) {
            DURABLE.forEach(builder::setServerConfig);
        }
        return builder;
    }

    int port() {
        return postgres.getPort();
    }

    void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused by the test server: " + sql, e);
        }
    }

    /** An immediate stop: no process of the server writes anything more. */
    void crash() {
        try {
            String postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            ProcessHandle process = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", postmaster).inheritIO().start().waitFor();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again on what is on the disk, at the same port. */
    void restart() {
        try {
            int port = postgres.getPort();
            postgres.close();
            postgres = settings().setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL of the tests did not start again", e);
        }
    }

    /** Stops it and deletes its data. */
    void stop() {
        try {
            postgres.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
