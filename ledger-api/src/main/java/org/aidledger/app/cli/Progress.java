package org.aidledger.app.cli;

import java.io.PrintStream;

/** A bar on the terminal's error stream while long work goes on; silent where nobody watches. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = 100_000_000;

    private final PrintStream terminal;
    private final boolean watched;
    private final String what;
    private long last = System.nanoTime() - EVERY_NANOS;
    private boolean drawn;

    private Progress(String what, PrintStream terminal, boolean watched) {
        this.what = what;
        this.terminal = terminal;
        this.watched = watched;
    }

    /** @param quiet for example with {@code --json} */
    static Progress of(String what, boolean quiet) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Progress(what, System.err, terminal && !quiet);
    }

    /** Draws at most ten times a second. */
    synchronized void at(long done, long total) {
        long now = System.nanoTime();
        if (!watched || now - last < EVERY_NANOS && done < total) {
            return;
        }
        last = now;
        drawn = true;
        int filled = total <= 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / total);
        terminal.printf("\r%s [%s%s] %,d of %,d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
        terminal.flush();
    }

    /** Leaves the line empty for the answer. */
    @Override
    public synchronized void close() {
        if (drawn) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }
}
