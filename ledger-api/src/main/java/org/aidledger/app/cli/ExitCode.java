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
    /**
     * History was changed, what was signed is not shown, or figures do not follow from the events. Never what a server in trouble
     * answers: it would be a false alarm.
     */
    static final int NOT_SOUND = 4;
    /** What was asked for does not exist; at an address, no ledger. */
    static final int NOT_FOUND = 5;
    /** The database, or the ledger at an address, gives no answer now, or is behind; nothing is said about what it holds. */
    static final int UNAVAILABLE = 69;

    private ExitCode() {
    }
}
