package org.aidledger.eventstore;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time recorded on an append. */
final class Stamp {

    private Stamp() {
    }

    /** The clock's microsecond or, where the log is already further, the log's: recorded times never decrease. */
    static Instant notBefore(Instant last, InstantSource clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(last) ? last : now;
    }
}
