package org.aidledger.event;

import java.util.List;

/**
 * The answer of a pure decision function.
 *
 * @param <E> the events of the stream
 */
public sealed interface Decision<E extends LedgerEvent> {

    /** These facts now hold. An empty list: they already did, nothing to record. */
    record Accepted<E extends LedgerEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Not carried out; the first refusal is the gravest. Never empty. */
    record Refused<E extends LedgerEvent>(List<Refusal> refusals) implements Decision<E> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
