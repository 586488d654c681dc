package org.aidledger.eventstore;

/** Why an append did not happen or is not known to have happened. */
public abstract sealed class AppendFailure extends RuntimeException {

    AppendFailure(String message) {
        super(message);
    }

    AppendFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The stream moved on, or a precondition no longer holds: nothing was written; decide again on fresh state. */
    public static final class Conflict extends AppendFailure {
        Conflict(String message) {
            super(message);
        }
    }

    /** The idempotency key was used before: nothing was written; the first answer is in {@link Answers}. */
    public static final class KeyUsed extends AppendFailure {
        KeyUsed(String key) {
            super("the idempotency key \"" + key + "\" was used before");
        }
    }

    /** This machine's clock is too far from the database's: nothing was written. */
    public static final class ClockOff extends AppendFailure {
        ClockOff() {
            super("this machine's clock is more than " + AppendEngine.CLOCK_SKEW_MAX.toSeconds()
                    + " s off the database's, so nothing is recorded; set the clock (NTP) and try again");
        }
    }

    /** The database refused or was out of reach before anything was sent: nothing was written. */
    public static final class NotWritten extends AppendFailure {
        NotWritten(String message) {
            super(message);
        }

        NotWritten(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The connection was lost while committing and the outcome could not be found out in time. Ask again with the same key. */
    public static final class OutcomeUnknown extends AppendFailure {
        OutcomeUnknown(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
