package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.event.Entry;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log under Axon's own event store. */
class LedgerStorageEngineTest {

    private static final String STREAM = "PRJ-1";

    private TestDatabase database;
    private LogUnderTest log;
    private EmbeddedEventStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        log = new LogUnderTest(database);
        store = EmbeddedEventStore.builder()
                .storageEngine(
                        new LedgerStorageEngine(log.engine, new EntryReader(log.app), LogUnderTest.CATALOGUE))
                .build();
    }

    @AfterEach
    void close() {
        store.shutDown();
        log.close();
        database.close();
    }

    private static DomainEventMessage<?> pledged(long version) {
        return new GenericDomainEventMessage<>("AidProject", STREAM, version,
                new AidPledged(new ProjectId(STREAM), Direction.IN, null, Money.of("100.50", "USD"), null, null,
                        LocalDate.of(2024, 2, 29)),
                Map.of("actor", "lan", "way", "DECIDED"));
    }

    /** As the gateway starts it for a command. */
    private static UnitOfWork<?> work(AppendTerms terms) {
        return DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command", Map.of(AppendTerms.RESOURCE, terms)));
    }

    @Test
    void what_a_unit_of_work_publishes_before_its_end_is_one_append() throws SQLException {
        AppendTerms terms = new AppendTerms();
        UnitOfWork<?> work = work(terms);
        store.publish(pledged(0));
        store.publish(pledged(1));
        work.commit();

        AppendResult result = Objects.requireNonNull(terms.result());
        assertThat(result.firstIndex()).isZero();
        assertThat(result.lastIndex()).isEqualTo(1);
        assertThat(terms.lastVersion()).isEqualTo(1);
        assertThat(log.assertSound()).hasSize(2);
    }

    /** As by a handler that answers an event with another one. */
    @Test
    void what_is_published_while_a_unit_of_work_commits_is_refused_and_not_a_second_append() throws SQLException {
        AtomicBoolean answered = new AtomicBoolean();
        store.subscribe(events -> {
            if (!answered.getAndSet(true)) {
                store.publish(pledged(1));
            }
        });
        UnitOfWork<?> work = work(new AppendTerms());
        store.publish(pledged(0));

        assertThatThrownBy(work::commit).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one unit of work is one append");

        assertThat(log.assertSound()).extracting(Entry::version).containsExactly(0L);
    }
}
