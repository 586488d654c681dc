package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The tests' end of a {@link LoadedNode} running in a process of its own, which logs to {@code node-NAME.log} in the build folder. */
final class Node implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Promises promises;
    private final AtomicLong answers = new AtomicLong();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread listener;
    private volatile boolean done;

    private Node(Process process, Promises promises) {
        this.process = process;
        this.promises = promises;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static Node start(String url, Path folder, String name, int writers, Promises promises) throws IOException {
        return new Node(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"), LoadedNode.class.getName(), url, folder.toString(), name,
                Integer.toString(writers))
                .redirectError(ProcessBuilder.Redirect.appendTo(logOf(name))).start(), promises);
    }

    private static File logOf(String name) {
        return Path.of(System.getProperty("java.io.tmpdir"), "node-" + name + ".log").toFile();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line.split(" "));
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            } // its end is what the test is about, and closes the stream whenever it likes
        }
    }

    private void heard(String[] words) {
        switch (words[0]) {
            case "ready" -> ready.countDown();
            case "ack" -> {
                promises.acknowledged(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]));
                answers.incrementAndGet();
            }
            case "not" -> promises.denied(words[1], words[2]);
            case "done" -> done = true;
            default -> throw new IllegalStateException("a node said " + String.join(" ", words));
        }
    }

    void awaitReady() throws InterruptedException {
        assertThat(ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the node started").isTrue();
    }

    /** Waits until it has acknowledged so many more commands. */
    void awaitAcknowledged(long more) throws InterruptedException {
        awaitReady();
        long until = answers.get() + more;
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (answers.get() < until) {
            assertThat(process.isAlive()).as("the node lives").isTrue();
            assertThat(System.nanoTime()).as("the node still acknowledges").isLessThan(giveUp);
            Thread.sleep(1);
        }
    }

    /** How many commands it has acknowledged. */
    long acknowledged() {
        return answers.get();
    }

    /** As by {@code kill -9}; what it had said before counts. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    /** Ends it in order: every writer gets its last answer. */
    void stop() throws IOException, InterruptedException {
        process.outputWriter().append('\n').flush();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the node ends").isTrue();
        listener.join();
        assertThat(done).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
