package org.aidledger.gateway;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Refusal;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * Its events are in the log, durable.
     *
     * @param firstIndex index of its first event
     * @param lastIndex index of its last event
     * @param version the stream's version after it
     * @param earlier whether this is the first answer to an idempotency key that was used before; nothing new was written
     */
    record Recorded(String stream, long firstIndex, long lastIndex, long version, boolean earlier) implements Outcome {
    }

    /** What it says holds already; nothing was written. */
    record Unchanged(String stream) implements Outcome {
    }

    /** It breaks rules; nothing was written. The first refusal is the gravest. */
    record Refused(List<Refusal> refusals) implements Outcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** A dry run: these events would be recorded if nothing changes meanwhile. */
    record WouldRecord(List<LedgerEvent> events) implements Outcome {
        public WouldRecord {
            events = List.copyOf(events);
        }
    }
}
