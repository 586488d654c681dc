package org.aidledger.app.cli;

/** What was asked for is not in the ledger. */
final class NotFound extends RuntimeException {

    NotFound(String message) {
        super(message);
    }
}
