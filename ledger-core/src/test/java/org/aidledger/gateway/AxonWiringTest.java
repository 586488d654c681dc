package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class AxonWiringTest {

    @Test
    void another_event_store_than_the_ledgers_is_found_at_the_start() {
        EventStore own = store();
        for (DefaultConfigurer configured : new DefaultConfigurer[] {plain(), withStore(store())}) {
            Configuration axon = configured.start();
            try {
                assertThatThrownBy(() -> AxonWiring.requireOwn(axon, own)).isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("nothing would be kept");
            } finally {
                axon.shutdown();
            }
        }
        Configuration axon = withStore(own).start();
        AxonWiring.requireOwn(axon, own);
        axon.shutdown();
    }

    /** As Axon is without a store: its bus keeps nothing. */
    private static DefaultConfigurer plain() {
        return (DefaultConfigurer) DefaultConfigurer.defaultConfiguration(false);
    }

    private static DefaultConfigurer withStore(EventStore store) {
        return (DefaultConfigurer) plain().configureEventStore(configuration -> store);
    }

    private static EventStore store() {
        return EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    }
}
