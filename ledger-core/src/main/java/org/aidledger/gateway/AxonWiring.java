package org.aidledger.gateway;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aidledger.actor.Delegations;
import org.aidledger.actor.LedgerActors;
import org.aidledger.bank.BankStatements;
import org.aidledger.bank.CashEntries;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.LedgerStorageEngine;
import org.aidledger.eventstore.LogSize;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.inspection.PostInspections;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.ngo.ForeignNgos;
import org.aidledger.period.AccountingPeriods;
import org.aidledger.programme.ProgrammeTargets;
import org.aidledger.project.AidProjects;
import org.aidledger.project.Postings;
import org.aidledger.rate.RateTables;
import org.aidledger.rules.RuleSets;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Axon, told explicitly what to use: nothing is found by scanning or by default. */
final class AxonWiring {

    /** How soon readers see what another process appended; what this one appends wakes them at once. */
    private static final long POLL_MILLIS = 50;

    private AxonWiring() {
    }

    static {
        // A ledger calls nobody: no update check, no advertisement in the log. Axon reads these as system properties only.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    /** @throws IllegalStateException when Axon ends up with an event store other than the one on {@code engine} */
    static Configuration start(LedgerStorageEngine engine, TagIndex tags, LogSize size, RecordedEvents events,
            ProjectActors actors, Postings postings, Delegations delegations, CashEntries entries,
            AggregateCache cache, Clock clock, RuleSets rules) {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(POLL_MILLIS)
                .cleanupDelay(10_000)
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
        PessimisticLockFactory locks = PessimisticLockFactory.usingDefaults();
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> store)
                .configureCommandBus(configuration -> SimpleCommandBus.builder().build())
                .configureCorrelationDataProviders(configuration -> List.of())
                .registerComponent(TagIndex.class, configuration -> tags)
                .registerComponent(LogSize.class, configuration -> size)
                .registerComponent(RecordedEvents.class, configuration -> events)
                .registerComponent(ProjectActors.class, configuration -> actors)
                .registerComponent(Postings.class, configuration -> postings)
                .registerComponent(Delegations.class, configuration -> delegations)
                .registerComponent(CashEntries.class, configuration -> entries)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(RuleSets.class, configuration -> rules)
                .configureAggregate(AidProjects.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(PostInspections.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(LedgerActors.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(RateTables.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(ProgrammeTargets.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(ForeignNgos.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(AccountingPeriods.configurer(configuration -> cache, configuration -> locks))
                .configureAggregate(BankStatements.configurer(configuration -> cache, configuration -> locks))
                .start();
        try {
            requireOwn(axon, store);
        } catch (IllegalStateException e) {
            axon.shutdown();
            throw e;
        }
        return axon;
    }

    /** @throws IllegalStateException when Axon runs on another event store, which may keep nothing */
    static void requireOwn(Configuration axon, EventStore own) {
        if (axon.eventBus() != own || axon.eventStore() != own) {
            throw new IllegalStateException("Axon runs on " + axon.eventBus().getClass().getName()
                    + " and not on the ledger's own event store: nothing would be kept");
        }
    }
}
