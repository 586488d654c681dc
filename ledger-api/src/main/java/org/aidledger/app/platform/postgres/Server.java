package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One PostgreSQL server on one folder: creates its data, starts it, finds it running, stops it. Callers hold the gate. */
final class Server {

    /**
     * Given on the command line, where neither a configuration file nor {@code ALTER SYSTEM} can undo them. The first three
     * are what "recorded" means; the others suit a machine with two cores and a few GB.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("cluster_name", "aidledger"));

    private static final int LOG_TAIL_BYTES = 2_000;
    private static final long LOG_MAX_BYTES = 10L << 20;
    private static final int PORT_ATTEMPTS_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LAST_BREATH_MAX = Duration.ofSeconds(10);
    private static final Duration INITIALISATION_MAX = Duration.ofMinutes(5);

    private final Path folder;
    private final Programs programs;
    private final Duration patience;

    /** @param patience how long a start or a stop may take before it is reported as failed */
    Server(Path folder, Programs programs, Duration patience) {
        this.folder = folder;
        this.programs = programs;
        this.patience = patience;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private Path passwords() {
        return folder.resolve("credentials.properties");
    }

    /** Creates the data, the roles and the database unless they are there, and answers the passwords. */
    Credentials initialise() throws IOException {
        if (Files.exists(data())) {
            Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
            return Credentials.read(passwords());
        }
        var credentials = Credentials.draw();
        credentials.write(passwords());
        // Built beside and moved at the end: a folder named "data" is complete, whenever this process dies.
        var draft = folder.resolve("data.new");
        Binaries.delete(draft);
        var input = Files.createTempFile(folder, "input", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(input, credentials.password(DatabaseRole.SUPERUSER));
            demand("create its data", programs.postgres("initdb", List.of("--pgdata=" + draft,
                    "--username=" + DatabaseRole.SUPERUSER.user(), "--pwfile=" + input, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                    INITIALISATION_MAX));
            Files.writeString(input, RolesScript.of(credentials));
            demand("create its roles", programs.postgres("postgres",
                    List.of("--single", "-D", draft.toString(), "-c", "exit_on_error=on", "postgres"), input,
                    INITIALISATION_MAX));
        } finally {
            Files.delete(input);
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
        return credentials;
    }

    private void demand(String what, Programs.Outcome outcome) {
        if (!outcome.success()) {
            throw new LocalDatabaseFailure("PostgreSQL in " + folder + " could not " + what + ":\n" + outcome.text());
        }
    }

    /**
     * The port of the server that already runs on this folder, waiting for one that is still starting or stopping; empty
     * when none runs.
     */
    Optional<Integer> running() throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (anyProcess()) {
            var postmaster = Postmaster.read(data());
            if (postmaster.isPresent() && postmaster.get().ready()) {
                return Optional.of(postmaster.get().port());
            }
            if (System.nanoTime() > deadline) {
                throw new LocalDatabaseFailure(
                        "PostgreSQL in " + folder + " has been starting or stopping for more than "
                                + patience.toSeconds() + " s. It goes on; try again in a while." + tail(0));
            }
            Waiting.pause(PAUSE);
        }
        return Optional.empty();
    }

    /** Whether a process runs that was started from this folder's programs: the server, or what is left of one. */
    private boolean anyProcess() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().command()
                        .filter(command -> Path.of(command).startsWith(Binaries.allVersions(folder)))
                        .isPresent());
    }

    /** Starts the server, which outlives this process, on a port that is free, and answers the port. */
    int start() throws IOException {
        // No process is left, so a file that names one is from before a crash; its number may be another program's by now.
        Files.deleteIfExists(data().resolve("postmaster.pid"));
        shortenLog();
        for (int attempt = 1;; attempt++) {
            int port = freePort();
            long logged = Files.exists(log()) ? Files.size(log()) : 0;
            var outcome = programs.postgres("pg_ctl", List.of("start", "--pgdata=" + data(), "--log=" + log(), "--wait",
                    "--timeout=" + patience.toSeconds(), "--options=" + options(port)), patience.plusSeconds(10));
            if (outcome.success()) {
                return port;
            }
            var tail = tail(logged);
            boolean portTaken = tail.contains("Address already in use");
            if (!portTaken || attempt == PORT_ATTEMPTS_MAX) {
                throw new LocalDatabaseFailure("PostgreSQL in " + folder + " did not start:\n"
                        + outcome.text().strip() + tail);
            }
        }
    }

    private static String options(int port) {
        var options = new ArrayList<>(List.of("-p " + port));
        SETTINGS.forEach((name, value) -> options.add("-c " + name + "=" + value));
        return String.join(" ", options);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Stops the server, if one runs, cutting its connections and writing everything down. */
    void stop() throws IOException {
        if (!anyProcess()) {
            return;
        }
        var outcome = programs.postgres("pg_ctl", List.of("stop", "--pgdata=" + data(), "--mode=fast", "--wait",
                "--timeout=" + patience.toSeconds()), patience.plusSeconds(10));
        // pg_ctl waits for the server's file to go, which it does a moment before the process.
        long deadline = System.nanoTime() + LAST_BREATH_MAX.toNanos();
        while (anyProcess()) {
            if (System.nanoTime() > deadline) {
                throw new LocalDatabaseFailure("PostgreSQL in " + folder + " did not stop:\n" + outcome.text().strip()
                        + tail(0));
            }
            Waiting.pause(PAUSE);
        }
    }

    private void shortenLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_MAX_BYTES) {
            Files.move(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The end of the server's log, from a position on, as the last lines of a message. */
    String tail(long from) throws IOException {
        if (!Files.exists(log())) {
            return "\n(" + log() + " was not written)";
        }
        try (var channel = Files.newByteChannel(log())) {
            channel.position(Math.max(from, channel.size() - LOG_TAIL_BYTES));
            var buffer = ByteBuffer.allocate(LOG_TAIL_BYTES);
            channel.read(buffer);
            return "\nThe end of " + log() + ":\n" + StandardCharsets.UTF_8.decode(buffer.flip());
        }
    }
}
