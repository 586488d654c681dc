package org.aidledger.actor;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.aggregate.CommandMetadata;
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

/** The shell in which Axon keeps an actor's roles: it gathers the context, has the command decided and applies what was decided. */
final class LedgerActor {

    @AggregateIdentifier private @Nullable String id;
    private ActorState state = ActorState.empty();

    LedgerActor() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = LedgerActors.COMMAND_NAME, payloadType = ActorCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ActorEvent> handle(ActorCommand command, MetaData metadata, TagIndex tags, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        ActorId administrator = CommandMetadata.actor(metadata);
        Tag posts = Tag.posts(administrator.value());
        long lastSeen = tags.lastSeen(posts);
        AppendTerms terms = AppendTerms.current();
        terms.require(posts, lastSeen);
        terms.tag(Tag.administers(administrator.value()));
        var context = new ActorContext(CommandMetadata.way(metadata), administrator, VietNam.dateOf(clock.instant()),
                lastSeen >= 0);
        Decision<ActorEvent> decision = ActorDecisions.decide(state, command, context);
        if (decision instanceof Accepted<ActorEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            events.forEach(event -> delegated(event, terms));
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    /**
     * Who is acted for is known by it wherever a rule keeps persons apart, see {@link Delegations}. A delegate acts for as long as
     * the role is held, so that changes with the role as well.
     */
    private void delegated(ActorEvent event, AppendTerms terms) {
        Collection<ActorId> delegates = switch (event) {
            case DelegationGiven given -> List.of(given.delegate());
            case DelegationEnded ended -> List.of(ended.delegate());
            case RoleGranted _,RoleWithdrawn _ -> state.delegates();
        };
        delegates.forEach(delegate -> terms.tag(
                Tag.delegated(event.stream().actor().value(), delegate.value())));
    }

    @EventSourcingHandler
    void on(ActorEvent event) {
        id = event.stream().value();
        state = state.evolve(event);
    }
}
