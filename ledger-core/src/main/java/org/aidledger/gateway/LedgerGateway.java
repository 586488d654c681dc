package org.aidledger.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.aidledger.actor.ActorCommand;
import org.aidledger.actor.ActorRefusal.Administers;
import org.aidledger.actor.Delegations;
import org.aidledger.actor.LedgerActors;
import org.aidledger.actor.Way;
import org.aidledger.bank.BankCommand;
import org.aidledger.bank.BankStatements;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Decision;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.Answers;
import org.aidledger.eventstore.AppendEngine;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.AppendResult;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.LedgerStorageEngine;
import org.aidledger.eventstore.Tag;
import org.aidledger.inspection.InspectionCommand;
import org.aidledger.inspection.PostInspections;
import org.aidledger.ngo.ForeignNgos;
import org.aidledger.ngo.NgoCommand;
import org.aidledger.period.AccountingPeriods;
import org.aidledger.period.PeriodCommand;
import org.aidledger.programme.ProgrammeTargets;
import org.aidledger.programme.TargetCommand;
import org.aidledger.project.AidProjects;
import org.aidledger.project.Postings;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.MoveEntry;
import org.aidledger.rate.RateCommand;
import org.aidledger.rate.RateTables;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands. Aggregates are cached and another node may have moved a stream, so a refusal or a "nothing to do" decided on
 * cached state is decided once more on a fresh load before it is given, and so is whatever met a conflict while appending.
 */
public final class LedgerGateway implements AutoCloseable {

    private static final int ATTEMPTS_MAX = 20;

    private final Catalogue catalogue = Catalogue.ledger();
    private final AppendEngine engine;
    private final BulkAppend bulk;
    private final EntryReader reader;
    private final Answers answers;
    private final Remembering remembering = new Remembering();
    private final AggregateCache cache = new AggregateCache(remembering);
    private final AssumedTags tags;
    private final Configuration axon;
    private final CommandBus bus;
    private final RuleSets rules;
    private final EntryMoves moves;

    /** With the rule sets that come along; see the other constructor. */
    public LedgerGateway(DataSource pool, DataSource appending, Clock clock) {
        this(pool, appending, clock, RuleFiles.shipped());
    }

    /**
     * @param pool pooled connections of the application role, for reading
     * @param appending where the append engine opens its one connection, under the same role
     * @param clock this machine's clock
     * @param rules by which steps are judged
     */
    public LedgerGateway(DataSource pool, DataSource appending, Clock clock, RuleSets rules) {
        this.rules = rules;
        CachedTagIndex seen = new CachedTagIndex(pool);
        tags = new AssumedTags(seen, remembering);
        engine = new AppendEngine(appending, seen, clock);
        bulk = new BulkAppend(engine, clock);
        reader = new EntryReader(pool);
        answers = new Answers(pool);
        RecordedEvents events = new CachedEvents(reader, catalogue);
        Postings postings = new Postings(tags, events);
        Delegations delegations = new Delegations(tags, new RecordedRoles(reader, catalogue));
        axon = AxonWiring.start(new LedgerStorageEngine(engine, reader, catalogue), tags, reader::size, events,
                new LoggedActors(reader, catalogue), postings, delegations,
                new LoggedCash(reader, catalogue), cache, clock, rules);
        bus = axon.commandBus();
        moves = new EntryMoves(reader, catalogue, tags, postings, delegations, clock, rules);
    }

    /**
     * Sends one command and waits until what became of it is known and, where it was recorded, durable.
     *
     * @throws AppendFailure when the database is out of reach, its outcome unknown or a clock off
     */
    public Outcome send(LedgerCommand command, Request request) {
        return command instanceof MoveEntry move ? move(move, request) : toStream(command, request);
    }

    /** Two streams in one append: neither is decided on cached state, and what is cached of them is out of date afterwards. */
    private Outcome move(MoveEntry command, Request request) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            AppendTerms terms = new AppendTerms();
            IdempotencyKey key = request.key();
            if (key != null) {
                terms.answers(key);
            }
            EntryMoves.Judged judged = remembering.decide(true, () -> administers(request, terms)
                    ? EntryMoves.Judged.refused(new Administers(request.actor().value()))
                    : moves.judge(command, request, terms));
            if (!judged.refusals().isEmpty()) {
                return key == null ? new Outcome.Refused(judged.refusals())
                        : answered(command.stream(), key).orElse(new Outcome.Refused(judged.refusals()));
            }
            if (request.dryRun()) {
                return new Outcome.WouldRecord(judged.events());
            }
            try {
                AppendResult result = engine.append(judged.drafts(), terms);
                return new Outcome.Recorded(command.stream(), result.firstIndex(), result.lastIndex(),
                        judged.drafts().getLast().version(), false);
            } catch (AppendFailure.Conflict moved) {
                continue;
            } catch (AppendFailure.KeyUsed used) {
                return earlier(command.stream(), used, request);
            } finally {
                cache.remove(command.stream());
                cache.remove(command.reentry().project().value());
            }
        }
        return new Outcome.Refused(List.of(new GatewayRefusal.Contended(command.stream(), ATTEMPTS_MAX)));
    }

    private Outcome toStream(LedgerCommand command, Request request) {
        boolean anew = request.dryRun();
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            AppendTerms terms = new AppendTerms();
            IdempotencyKey key = request.key();
            if (key != null) {
                terms.answers(key);
            }
            Decision<? extends LedgerEvent> decision;
            try {
                decision = remembering.decide(anew, () -> decide(command, request, terms));
            } catch (AppendFailure.Conflict moved) {
                anew = true;
                continue;
            } catch (AppendFailure.KeyUsed used) {
                return earlier(command.stream(), used, request);
            }
            AppendResult result = terms.result();
            if (result != null) {
                return new Outcome.Recorded(command.stream(), result.firstIndex(), result.lastIndex(),
                        terms.lastVersion(), false);
            }
            Optional<Outcome> known = key == null ? Optional.empty() : answered(command.stream(), key);
            if (known.isPresent()) {
                return known.get();
            }
            if (anew) {
                return nothingRecorded(command.stream(), decision);
            }
            cache.remove(command.stream());
            anew = true;
        }
        return new Outcome.Refused(List.of(new GatewayRefusal.Contended(command.stream(), ATTEMPTS_MAX)));
    }

    private static Outcome nothingRecorded(String stream, Decision<? extends LedgerEvent> decision) {
        return switch (decision) {
            case Decision.Refused<?>(var refusals) -> new Outcome.Refused(refusals);
            case Decision.Accepted<? extends LedgerEvent>(var events) ->
                events.isEmpty() ? new Outcome.Unchanged(stream)
                        : new Outcome.WouldRecord(List.copyOf(events));
        };
    }

    private Outcome earlier(String stream, AppendFailure.KeyUsed used, Request request) {
        IdempotencyKey key = request.key();
        if (key == null) {
            throw used;
        }
        return answered(stream, key).orElseThrow(() -> used);
    }

    private Optional<Outcome> answered(String stream, IdempotencyKey key) {
        return answers.find(key.value())
                .map(answer -> answer.requestSha256().equals(key.requestSha256())
                        ? new Outcome.Recorded(stream, answer.firstIndex(), answer.lastIndex(),
                                versionAt(answer.lastIndex()), true)
                        : new Outcome.Refused(List.of(new GatewayRefusal.KeyReused(key.value()))));
    }

    private long versionAt(long index) {
        return Catalogue.header(reader.leaf(index).orElseThrow()).version();
    }

    private Decision<? extends LedgerEvent> decide(LedgerCommand command, Request request, AppendTerms terms) {
        return !(command instanceof ActorCommand) && administers(request, terms)
                ? new Decision.Refused<>(List.of(new Administers(request.actor().value())))
                : dispatch(command, request, terms);
    }

    /** Who administers users enters nothing else, on whichever node: so each is known by a tag, and conditions the other. */
    private boolean administers(Request request, AppendTerms terms) {
        String actor = request.actor().value();
        Tag administers = Tag.administers(actor);
        long lastSeen = tags.lastSeen(administers);
        terms.require(administers, lastSeen);
        if (tags.lastSeen(Tag.posts(actor)) < 0) {
            terms.tag(Tag.posts(actor));
        }
        return lastSeen >= 0 && request.way() == Way.DECIDED;
    }

    /** The answer of the stream's decision; what it recorded is in the terms. */
    @SuppressWarnings("unchecked")
    private Decision<? extends LedgerEvent> dispatch(LedgerCommand command, Request request, AppendTerms terms) {
        Map<String, Object> metadata = request.metadata();
        metadata.put(AppendTerms.RESOURCE, terms);
        CommandMessage<LedgerCommand> message =
                new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(metadata)), nameOf(command));
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(message, (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null) {
            throw new IllegalStateException(
                    "the command bus gave no answer; it must handle commands on the caller's thread");
        }
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException known ? known
                    : new IllegalStateException(result.exceptionResult());
        }
        return (Decision<? extends LedgerEvent>) result.getPayload();
    }

    private static String nameOf(LedgerCommand command) {
        return switch (command) {
            case ProjectCommand project -> AidProjects.COMMAND_NAME;
            case InspectionCommand inspection -> PostInspections.COMMAND_NAME;
            case ActorCommand actor -> LedgerActors.COMMAND_NAME;
            case RateCommand rate -> RateTables.COMMAND_NAME;
            case TargetCommand target -> ProgrammeTargets.COMMAND_NAME;
            case NgoCommand ngo -> ForeignNgos.COMMAND_NAME;
            case PeriodCommand period -> AccountingPeriods.COMMAND_NAME;
            case BankCommand bank -> BankStatements.COMMAND_NAME;
            default -> throw new IllegalArgumentException("nobody handles " + command.getClass().getName());
        };
    }

    /** Appends many reported events as one; see {@link BulkAppend}. Cached aggregates of its streams are dropped. */
    public AppendResult append(BulkAppend.Batch batch) {
        try {
            return bulk.append(batch);
        } finally {
            batch.firstVersions().keySet().forEach(cache::remove);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** By which steps are judged. */
    public RuleSets rules() {
        return rules;
    }

    public EntryReader reader() {
        return reader;
    }

    /** What was first answered to an idempotency key. */
    public Answers answers() {
        return answers;
    }

    /** The log as a source of Axon's messages, each an {@link org.aidledger.eventstore.EntryMessage}. */
    public EventStore eventStore() {
        return axon.eventStore();
    }

    @Override
    public void close() {
        axon.shutdown();
        engine.close();
    }
}
