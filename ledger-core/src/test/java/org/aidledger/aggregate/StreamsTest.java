package org.aidledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorState;
import org.aidledger.actor.Delegations;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.LogSize;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.PostInspections;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.AidProjects;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Postings;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectId;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamsTest {

    private static final RecordedEvents NO_TAG_NAMES_ONE = index -> {
        throw new AssertionError("no tag names event " + index);
    };

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final ProjectId PROJECT = new ProjectId("PRJ-1");

    private final WeakReferenceCache cache = new WeakReferenceCache();
    private boolean appendsFail;
    private final Configuration axon = axon();

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void a_refused_first_command_leaves_nothing_in_the_store_nor_in_the_cache() {
        assertThat(codes(send(AidProjects.COMMAND_NAME, pledge("100"), Map.of())))
                .containsExactly("stream.not-registered");
        var conclude = new ConcludeInspection(new InspectionId("INS-1"), "sound", DocumentRef.of("1/BB"), DAY);
        assertThat(codes(send(PostInspections.COMMAND_NAME, conclude, Map.of())))
                .containsExactly("stream.not-registered");

        assertThat(axon.eventStore().readEvents("PRJ-1").hasNext()).isFalse();
        assertThat(axon.eventStore().readEvents("INS-1").hasNext()).isFalse();
        assertThat(cache.containsKey("PRJ-1")).isFalse();
        assertThat(cache.containsKey("INS-1")).isFalse();

        assertThat(send(AidProjects.COMMAND_NAME, register(), Map.of())).isInstanceOf(Accepted.class);
        assertThat(cache.containsKey("PRJ-1")).isTrue();
        assertThat(send(AidProjects.COMMAND_NAME, pledge("100"), Map.of())).isInstanceOf(Accepted.class);
        assertThat(axon.eventStore().readEvents("PRJ-1").asStream().map(e -> e.getSequenceNumber())).containsExactly(0L,
                1L);
    }

    @Test
    void a_refusal_leaves_the_cached_stream_as_it_was() {
        send(AidProjects.COMMAND_NAME, register(), Map.of());
        assertThat(codes(send(AidProjects.COMMAND_NAME, pledge("0"), Map.of()))).containsExactly("money.not-positive");
        assertThat(send(AidProjects.COMMAND_NAME, pledge("1"), Map.of())).isInstanceOf(Accepted.class);
        assertThat(axon.eventStore().readEvents("PRJ-1").asStream().map(e -> e.getSequenceNumber())).containsExactly(0L,
                1L);
    }

    @Test
    void a_failed_append_leaves_the_stream_as_the_store_has_it() {
        send(AidProjects.COMMAND_NAME, register(), Map.of());
        appendsFail = true;
        assertThatThrownBy(() -> send(AidProjects.COMMAND_NAME, pledge("1"), Map.of()))
                .hasMessageContaining("disk full");
        assertThat(cache.containsKey("PRJ-1")).isFalse();
        appendsFail = false;
        assertThat(send(AidProjects.COMMAND_NAME, pledge("1"), Map.of())).isInstanceOf(Accepted.class);
        assertThat(axon.eventStore().readEvents("PRJ-1").asStream().map(e -> e.getSequenceNumber())).containsExactly(0L,
                1L);
    }

    @Test
    void repeating_a_registration_is_accepted_and_appends_nothing() {
        send(AidProjects.COMMAND_NAME, register(), Map.of());
        assertThat(send(AidProjects.COMMAND_NAME, register(), Map.of())).isEqualTo(new Accepted<>(List.of()));
        assertThat(axon.eventStore().readEvents("PRJ-1").asStream()).hasSize(1);
    }

    @Test
    void a_command_for_another_version_than_the_streams_is_refused() {
        var fresh = Map.of(MetadataKeys.EXPECTED_VERSION, "-1");
        assertThat(send(AidProjects.COMMAND_NAME, register(), fresh)).isInstanceOf(Accepted.class);
        assertThat(codes(send(AidProjects.COMMAND_NAME, pledge("1"), fresh))).containsExactly("stream.version-moved");
        assertThat(send(AidProjects.COMMAND_NAME, pledge("1"), Map.of(MetadataKeys.EXPECTED_VERSION, "0")))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void events_carry_who_why_and_from_where_and_nothing_else_of_the_command() {
        send(AidProjects.COMMAND_NAME, register(),
                Map.of(MetadataKeys.REASON, "letter 12", MetadataKeys.EXPECTED_VERSION, "-1",
                        "other", "x"));
        send(AidProjects.COMMAND_NAME, pledge("1"), Map.of());
        assertThat(axon.eventStore().readEvents("PRJ-1").asStream().map(e -> Map.copyOf(e.getMetaData())))
                .containsExactly(
                        Map.of("actor", "lan", "way", "DECIDED", "reason", "letter 12"),
                        Map.of("actor", "lan", "way", "DECIDED", "bookingPeriod", "2026-03"));
    }

    private Configuration axon() {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine() {
                    @Override
                    public void appendEvents(List<? extends EventMessage<?>> events) {
                        if (appendsFail) {
                            throw new IllegalStateException("disk full");
                        }
                        super.appendEvents(events);
                    }
                })
                .configureCorrelationDataProviders(c -> List.of())
                .registerComponent(TagIndex.class, c -> tag -> -1)
                .registerComponent(LogSize.class, c -> () -> 0)
                .registerComponent(RuleSets.class, c -> RuleFiles.shipped())
                .registerComponent(RecordedEvents.class, c -> NO_TAG_NAMES_ONE)
                .registerComponent(ProjectActors.class, c -> projects -> Map.of())
                .registerComponent(Postings.class, c -> new Postings(tag -> -1, NO_TAG_NAMES_ONE))
                .registerComponent(Delegations.class, c -> new Delegations(tag -> -1, actor -> ActorState.empty()))
                .registerComponent(Clock.class, c -> Clock.fixed(Instant.parse("2026-03-10T05:00:00Z"), ZoneOffset.UTC))
                .configureAggregate(AidProjects.configurer(c -> cache, c -> PessimisticLockFactory.usingDefaults()))
                .configureAggregate(
                        PostInspections.configurer(c -> cache, c -> PessimisticLockFactory.usingDefaults()));
        return configurer.start();
    }

    private Decision<?> send(String name, LedgerCommand command, Map<String, String> more) {
        var metadata = new HashMap<>(Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "DECIDED"));
        metadata.putAll(more);
        var message = new GenericCommandMessage<>(new GenericMessage<>(command, metadata), name);
        return (Decision<?>) axon.commandGateway().sendAndWait(message);
    }

    private static List<String> codes(Decision<?> decision) {
        return ((Refused<?>) decision).refusals().stream().map(r -> r.code()).toList();
    }

    private static RegisterProject register() {
        return new RegisterProject(PROJECT, "VN-1", null, "Clean water", AidKind.PROJECT, BudgetTreatment.OFF_BUDGET,
                Perspective.OWNER, List.of(Party.named("Bread for the World")), null, null, List.of(), List.of(), null,
                null, DAY);
    }

    private static PledgeAid pledge(String amount) {
        return new PledgeAid(PROJECT, Direction.IN, Party.named("Bread for the World"), Money.of(amount, "USD"), null,
                null, DAY);
    }
}
