package org.aidledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotedBreach;
import org.aidledger.event.Refusal;
import org.axonframework.eventhandling.EventMessage;

/**
 * What came of a command.
 *
 * @param answer what the caller was told
 * @param messages the events with what travels beside them, as they went to the store
 */
public record Then<E extends LedgerEvent>(Decision<E> answer, List<EventMessage<?>> messages) {

    /** Refused for these rules and no others, the gravest first, and nothing recorded. */
    public Then<E> refused(String... codes) {
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(refusals()).extracting(Refusal::code).containsExactly(codes);
        assertThat(messages).isEmpty();
        return this;
    }

    /** These events and no others. */
    @SafeVarargs
    public final Then<E> records(E... events) {
        assertThat(answer).isEqualTo(new Accepted<>(List.of(events)));
        assertThat(messages).extracting(EventMessage::getPayload).isEqualTo(List.of(events));
        return this;
    }

    /** Accepted, and nothing to record. */
    public Then<E> changesNothing() {
        return records();
    }

    /** Recorded, against no rule. */
    public Then<E> accepted() {
        assertThat(answer).isInstanceOf(Accepted.class);
        assertThat(events()).isNotEmpty().noneMatch(NotedBreach.class::isInstance);
        return this;
    }

    public List<Refusal> refusals() {
        return ((Refused<E>) answer).refusals();
    }

    public List<E> events() {
        return ((Accepted<E>) answer).events();
    }

    /** What travels beside each event. */
    public List<Map<String, Object>> metadata() {
        return messages.stream().<Map<String, Object>>map(message -> Map.copyOf(message.getMetaData())).toList();
    }
}
