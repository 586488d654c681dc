package org.aidledger.app.cli;

/** What {@code ./ledger} ends with; documented in {@code --help} and docs/reference/cli.md, and stable. */
final class ExitCode {

    static final int OK = 0;
    /** An unexpected failure; the message says which. */
    static final int FAILED = 1;
    /** The command line could not be understood. */
    static final int USAGE = 2;
    /** A file or a command was refused; nothing was recorded. */
    static final int REFUSED = 3;
    /** Verification found that history was changed, or the log is not the one that was signed. */
    static final int NOT_SOUND = 4;
    /** What was asked for does not exist. */
    static final int NOT_FOUND = 5;
    /** The database is out of reach. */
    static final int UNAVAILABLE = 69;

    private ExitCode() {
    }
}
