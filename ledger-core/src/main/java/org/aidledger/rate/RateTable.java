package org.aidledger.rate;

import java.time.Clock;
import java.util.List;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon keeps a rate table: it has the command decided and applies what was decided. */
final class RateTable {

    @AggregateIdentifier private @Nullable String id;
    private RateState state = RateState.empty();

    RateTable() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = RateTables.COMMAND_NAME, payloadType = RateCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<RateEvent> handle(RateCommand command, MetaData metadata, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        Decision<RateEvent> decision = RateDecisions.decide(state, command, VietNam.dateOf(clock.instant()));
        if (decision instanceof Accepted<RateEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    @EventSourcingHandler
    void on(RateEvent event) {
        id = event.table().value();
        state = state.evolve(event);
    }
}
