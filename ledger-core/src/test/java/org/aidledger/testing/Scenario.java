package org.aidledger.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aidledger.actor.ActorEvent;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorState;
import org.aidledger.actor.Delegations;
import org.aidledger.actor.Way;
import org.aidledger.bank.CashEntries;
import org.aidledger.bank.CashEntry;
import org.aidledger.event.Decision;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.LogSize;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.project.Postings;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.jspecify.annotations.Nullable;

/**
 * One test in the language of the domain, run by Axon's own fixture through the aggregate's shell: given these events, when this
 * command, then this comes of it. Immutable; every {@code when} runs a fixture of its own, which also checks that the state is
 * the one its events lead to.
 *
 * @param past what has happened in the stream
 * @param seen tags the log has seen
 * @param recorded events of other streams, by index
 * @param logSize how many events the log holds
 * @param metadata what travels beside the command besides the way
 * @param actors who entered what has happened, by its place; of the others it is not known
 * @param rules by which steps are judged
 * @param cash what events of the log move on the account the scenario is about, by index
 * @param others who has entered something in any project
 */
public record Scenario<C extends LedgerCommand, E extends LedgerEvent>(Class<?> aggregate, String commandName,
        List<E> past, Map<Tag, Long> seen, Map<Long, LedgerEvent> recorded, long logSize, Map<String, String> metadata,
        Map<Integer, String> actors, RuleSets rules, Map<Long, CashEntry> cash, Set<String> others) {

    /** The day on which every scenario plays. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    /** Who acts in every scenario. */
    public static final String ACTOR = "lan";

    private static final long LOG_SIZE = 1_000;
    private static final RuleSets SHIPPED = RuleFiles.shipped();

    @SafeVarargs
    public static <C extends LedgerCommand, E extends LedgerEvent> Scenario<C, E> of(Class<?> aggregate,
            String commandName,
            E... past) {
        return new Scenario<>(aggregate, commandName, List.of(past), Map.of(), Map.of(), LOG_SIZE,
                Map.of(MetadataKeys.ACTOR, ACTOR), Map.of(), SHIPPED, Map.of(), Set.of());
    }

    /** The same, where that event of the past was entered by somebody. */
    public Scenario<C, E> enteredBy(String actor, int version) {
        var more = new HashMap<>(actors);
        more.put(version, actor);
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, metadata, Map.copyOf(more), rules,
                cash, others);
    }

    /** The same, where all of the past was entered by somebody. */
    public Scenario<C, E> enteredBy(String actor) {
        var all = IntStream.range(0, past.size()).boxed().collect(Collectors.toMap(version -> version, _ -> actor));
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, metadata, all, rules, cash,
                others);
    }

    /** The same, under other rule sets. */
    public Scenario<C, E> under(RuleSets sets) {
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, metadata, actors, sets, cash,
                others);
    }

    /** The same, where the log has an event with that tag. */
    public Scenario<C, E> where(Tag tag, long lastSeen) {
        var more = new HashMap<>(seen);
        more.put(tag, lastSeen);
        return new Scenario<>(aggregate, commandName, past, Map.copyOf(more), recorded, logSize, metadata, actors,
                rules, cash, others);
    }

    /** The same, where the log has this event with that tag. */
    public Scenario<C, E> where(Tag tag, long lastSeen, LedgerEvent event) {
        var more = new HashMap<>(recorded);
        more.put(lastSeen, event);
        Scenario<C, E> recording = new Scenario<>(aggregate, commandName, past, seen, Map.copyOf(more), logSize,
                metadata, actors, rules, cash, others);
        return recording.where(tag, lastSeen);
    }

    /** The same, with a value beside the command. */
    public Scenario<C, E> with(String key, String value) {
        var more = new HashMap<>(metadata);
        more.put(key, value);
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, Map.copyOf(more), actors, rules,
                cash, others);
    }

    /** The same, where the log has an entry that moves cash on the account. */
    public Scenario<C, E> where(CashEntry entry) {
        var more = new HashMap<>(cash);
        more.put(entry.index(), entry);
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, metadata, actors, rules,
                Map.copyOf(more), others);
    }

    /** The same, where somebody has entered something in every project. */
    public Scenario<C, E> acted(String actor) {
        var more = new HashSet<>(others);
        more.add(actor);
        return new Scenario<>(aggregate, commandName, past, seen, recorded, logSize, metadata, actors, rules, cash,
                Set.copyOf(more));
    }

    /** An officer asks for it here. */
    public Then<E> when(C command) {
        return run(command, Way.DECIDED);
    }

    /** It already happened and is reported. */
    public Then<E> whenReported(C command) {
        return run(command, Way.REPORTED);
    }

    private Then<E> run(C command, Way way) {
        var fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(message -> new VersionedAggregateIdentifier(
                (Object) ((LedgerCommand) message.getPayload()).stream(), null));
        TagIndex tags = tag -> seen.getOrDefault(tag, -1L);
        fixture.registerInjectableResource(tags);
        LogSize size = () -> logSize;
        fixture.registerInjectableResource(size);
        RecordedEvents events = index -> Objects.requireNonNull(recorded.get(index));
        fixture.registerInjectableResource(events);
        Set<ActorId> entered = others.stream().map(ActorId::new).collect(Collectors.toSet());
        ProjectActors projects = asked -> asked.stream()
                .collect(Collectors.toMap(project -> project, project -> new ProjectActors.Seen(entered, 0)));
        fixture.registerInjectableResource(projects);
        fixture.registerInjectableResource(new Postings(tags, events));
        fixture.registerInjectableResource(new Delegations(tags, this::roles));
        CashEntries entries = (account, index) -> Optional.ofNullable(cash.get(index));
        fixture.registerInjectableResource(entries);
        fixture.registerInjectableResource(Clock.fixed(VietNam.endOf(TODAY), VietNam.ZONE));
        fixture.registerInjectableResource(rules);
        var beside = new HashMap<>(metadata);
        beside.put(MetadataKeys.WAY, way.name());
        TestExecutor<?> given = past.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(entered());
        ResultValidator<?> result =
                given.when(new GenericCommandMessage<>(new GenericMessage<>(command, beside), commandName));
        return then(result);
    }

    private ActorState roles(ActorId actor) {
        ActorState state = ActorState.empty();
        new TreeMap<>(recorded).values().stream()
                .flatMap(event -> event instanceof ActorEvent role ? Stream.of(role) : Stream.empty())
                .filter(role -> role.stream().actor().equals(actor)).forEach(state::evolve);
        return state;
    }

    private List<?> entered() {
        return IntStream.range(0, past.size()).mapToObj(version -> {
            String by = actors.get(version);
            return by == null ? past.get(version)
                    : new GenericMessage<>(past.get(version), Map.of(MetadataKeys.ACTOR, by));
        }).toList();
    }

    @SuppressWarnings("unchecked")
    private static <E extends LedgerEvent> Then<E> then(ResultValidator<?> result) {
        var answer = new Caught<CommandResultMessage<?>>();
        var events = new Caught<List<? super EventMessage<?>>>();
        result.expectSuccessfulHandlerExecution().expectResultMessageMatching(answer).expectEventsMatching(events);
        return new Then<>((Decision<E>) answer.value().getPayload(), (List<EventMessage<?>>) events.value());
    }

    /** Keeps what the fixture shows it. */
    private static final class Caught<T> extends BaseMatcher<T> {

        private @Nullable T value;

        @Override
        @SuppressWarnings("unchecked")
        public boolean matches(Object actual) {
            value = (T) actual;
            return true;
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("anything");
        }

        T value() {
            return Objects.requireNonNull(value, "the fixture has shown nothing");
        }
    }
}
