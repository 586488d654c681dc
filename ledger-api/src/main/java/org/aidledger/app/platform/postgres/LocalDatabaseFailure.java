package org.aidledger.app.platform.postgres;

/** The local PostgreSQL cannot be used. The message is for the person at the keyboard: what happened, and what to do. */
public final class LocalDatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalDatabaseFailure(String message) {
        super(message);
    }

    LocalDatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
