package org.aidledger.bank;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Delegations;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon keeps an account's statements: it gathers the context, has the command decided and applies what was decided. */
final class BankStatement {

    @AggregateIdentifier private @Nullable String id;
    private BankState state = BankState.empty();

    BankStatement() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = BankStatements.COMMAND_NAME, payloadType = BankCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<BankEvent> handle(BankCommand command, MetaData metadata, TagIndex tags, CashEntries cash,
            Delegations delegations, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        ActorId actor = CommandMetadata.actor(metadata);
        LocalDate today = VietNam.dateOf(clock.instant());
        var context = new BankContext(CommandMetadata.way(metadata), actor, today, entries(command, cash),
                lastPosted(command, actor, tags), delegations.of(actor, today, AppendTerms.current()));
        Decision<BankEvent> decision = BankDecisions.decide(state, command, context);
        if (decision instanceof Accepted<BankEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    private Map<Long, CashEntry> entries(BankCommand command, CashEntries cash) {
        StatementAccount account = state.account();
        List<Long> named = switch (command) {
            case MatchLines c -> c.entries();
            case ReconcileStatement c -> c.differences().stream().filter(one -> one.kind() == Difference.Kind.ENTRY)
                    .map(Difference::reference).filter(Objects::nonNull).toList();
            default -> List.of();
        };
        if (account == null || named.size() > BankDecisions.TOGETHER_MAX) {
            return Map.of();
        }
        var entries = new HashMap<Long, CashEntry>();
        named.forEach(index -> cash.at(account, index).ifPresent(entry -> entries.put(index, entry)));
        return entries;
    }

    /** Whoever posts on the account sees this command by its tag, and it sees whoever posts while it is under way. */
    private long lastPosted(BankCommand command, ActorId actor, TagIndex tags) {
        StatementAccount account = state.account();
        if (account == null || !(command instanceof ReconcileStatement reconcile)) {
            return -1;
        }
        Tag cash = BankTags.cash(account);
        AppendTerms terms = AppendTerms.current();
        terms.require(cash, reconcile.size() - 1);
        terms.tag(BankTags.reconciled(account, actor));
        return tags.lastSeen(cash);
    }

    @EventSourcingHandler
    void on(BankEvent event) {
        id = event.statements().value();
        state = state.evolve(event);
    }
}
