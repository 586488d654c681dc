package org.aidledger.app.platform.postgres;

import java.time.Duration;

/** Short pauses between looks at another process. */
final class Waiting {

    private Waiting() {
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalDatabaseFailure("Interrupted while waiting for the local PostgreSQL.", e);
        }
    }
}
