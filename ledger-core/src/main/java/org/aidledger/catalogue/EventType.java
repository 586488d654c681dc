package org.aidledger.catalogue;

import java.util.List;
import org.aidledger.event.LedgerEvent;

/**
 * One kind of event: the name it has in the log for ever, the record that carries it today, and how its older payloads become
 * today's.
 *
 * @param name stable, for example {@code aid.FundsDisbursed}; letters, digits and dots
 * @param event the record
 * @param upcasters the one at place n turns revision n into n + 1
 */
public record EventType(String name, Class<? extends LedgerEvent> event, List<Upcaster> upcasters) {

    /** @throws IllegalArgumentException when the name has other characters, or the class is no record */
    public EventType {
        if (!name.matches("[a-z]+\\.[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("not a name of an event: " + name);
        }
        if (!event.isRecord()) {
            throw new IllegalArgumentException(event + " is not a record");
        }
        upcasters = List.copyOf(upcasters);
    }

    /** An event in its first revision. */
    public static EventType of(String name, Class<? extends LedgerEvent> event) {
        return new EventType(name, event, List.of());
    }

    /** The revision that is written today; the first is 0. */
    public int revision() {
        return upcasters.size();
    }
}
