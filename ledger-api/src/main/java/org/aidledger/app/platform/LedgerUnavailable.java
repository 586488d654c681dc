package org.aidledger.app.platform;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be opened; the message says why and what to do. */
public final class LedgerUnavailable extends RuntimeException {

    LedgerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
