package org.aidledger.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The tests' end of a {@link DatabaseUser} running in a process of its own. */
final class UserProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String greeting;

    private UserProcess(ProcessBuilder builder) throws IOException {
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = process.inputReader();
        questions = process.outputWriter();
        greeting = String.valueOf(answers.readLine());
    }

    /** Starts a process that is expected to get its database. */
    static UserProcess start(Path dataFolder) throws IOException {
        var user = new UserProcess(command(dataFolder, PATIENCE));
        assertThat(user.greeting).startsWith("ready ");
        return user;
    }

    /** Runs a process that is expected to be refused when it finds programs in {@code path}; what it was told. */
    static String refused(Path dataFolder, String path) throws IOException {
        var builder = command(dataFolder, PATIENCE);
        builder.environment().put("PATH", path);
        return refused(builder);
    }

    /** Runs a process that is expected to give up after its patience; what it was told. */
    static String refusedAfter(Path dataFolder, Duration patience) throws IOException {
        return refused(command(dataFolder, patience));
    }

    private static String refused(ProcessBuilder builder) throws IOException {
        try (var user = new UserProcess(builder)) {
            assertThat(user.greeting).startsWith("failed ");
            return user.greeting;
        }
    }

    private static ProcessBuilder command(Path dataFolder, Duration patience) {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), DatabaseUser.class.getName(), dataFolder.toString(),
                patience.toString());
    }

    /** The answer of the process's one connection. */
    String ask(String sql) throws IOException {
        questions.write(sql);
        questions.newLine();
        questions.flush();
        return String.valueOf(answers.readLine());
    }

    /** The process and nothing else ends as by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The process is asked to end, as by Ctrl-C or by the system's manager of services. */
    void interrupt() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** The process ends its use in order. */
    void leave() throws IOException, InterruptedException {
        questions.write("leave\n");
        questions.flush();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
