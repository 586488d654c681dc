package org.aidledger.eventstore;

import org.aidledger.event.Entry;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/** An entry of the log in Axon's clothes; its token is its index. */
public final class EntryMessage extends GenericTrackedDomainEventMessage<Object> {

    private final transient Entry entry;

    EntryMessage(Entry entry) {
        super(new GlobalSequenceTrackingToken(entry.index()), entry.type(), entry.stream(), entry.version(),
                new GenericMessage<>(entry.id().toString(), (Object) entry.payload(), MetaData.from(entry.metadata())),
                entry.recordedAt());
        this.entry = entry;
    }

    public Entry entry() {
        return entry;
    }
}
