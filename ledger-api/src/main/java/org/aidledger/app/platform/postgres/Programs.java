package org.aidledger.app.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so a root's are run in a user namespace of their own, where they
 * are nobody but may still use root's files.
 */
final class Programs {

    private static final Path NOTHING = Path.of("/dev/null");

    private final Path home;
    private final Path output;
    private final List<String> prefix;

    private Programs(Path home, Path output, List<String> prefix) {
        this.home = home;
        this.output = output;
        this.prefix = prefix;
    }

    /** @param home the folder that holds {@code bin}; @param output the file that takes what the programs print */
    static Programs of(Path home, Path output) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Programs(home, output, List.of());
        }
        var programs = new Programs(home, output, List.of("unshare", "-U"));
        programs.proveThatNamespacesAreAllowed();
        return programs;
    }

    private void proveThatNamespacesAreAllowed() throws IOException {
        String refusal;
        try {
            var outcome = run(List.of("unshare", "-U", "true"), NOTHING, Duration.ofSeconds(10));
            if (outcome.success()) {
                return;
            }
            refusal = outcome.text();
        } catch (IOException e) {
            refusal = String.valueOf(e.getMessage());
        }
        throw new LocalDatabaseFailure("""
                PostgreSQL refuses to run as root, and this system does not let root start it in a user namespace:
                  %s
                Any one of these helps:
                  - run the ledger as an ordinary user (in a container: USER, or --user 1000);
                  - allow user namespaces (util-linux installed; sysctl user.max_user_namespaces above 0; in a container
                    --security-opt seccomp=unconfined);
                  - use a PostgreSQL of your own: --db URL, or LEDGER_DB_URL.""".formatted(refusal.strip()));
    }

    /** Runs one of PostgreSQL's programs to its end. */
    Outcome postgres(String program, List<String> arguments, Duration patience) throws IOException {
        return postgres(program, arguments, NOTHING, patience);
    }

    /** The same with a file as the program's input. */
    Outcome postgres(String program, List<String> arguments, Path input, Duration patience) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(command, input, patience);
    }

    private Outcome run(List<String> command, Path input, Duration patience) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // Their messages are searched for English words, and say so to whoever reads the log.
        builder.environment().put("LC_ALL", "C");
        // Else glibc gives memory back to the system after every statement and fetches it again: a fifth of an append's time.
        builder.environment().put("MALLOC_TOP_PAD_", "1048576");
        builder.environment().put("MALLOC_TRIM_THRESHOLD_", "67108864");
        var process = builder.start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(false, "No answer within " + patience.toSeconds() + " s from " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new LocalDatabaseFailure("Interrupted while running " + command, e);
        }
        return new Outcome(process.exitValue() == 0, Files.readString(output, StandardCharsets.UTF_8));
    }

    /** How a program ended, and what it printed. */
    record Outcome(boolean success, String text) {
    }
}
