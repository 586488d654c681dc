package org.aidledger.log;

/** The database does not hold the log that was signed: going on would sign two histories. */
public final class LogForked extends RuntimeException {

    LogForked(String message) {
        super(message);
    }
}
