package org.aidledger.ngo;

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

/** The shell in which Axon keeps a donor: it has the command decided and applies what was decided. */
final class ForeignNgo {

    @AggregateIdentifier private @Nullable String id;
    private NgoState state = NgoState.empty();

    ForeignNgo() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = ForeignNgos.COMMAND_NAME, payloadType = NgoCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<NgoEvent> handle(NgoCommand command, MetaData metadata, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        var context = new NgoContext(CommandMetadata.way(metadata), VietNam.dateOf(clock.instant()));
        Decision<NgoEvent> decision = NgoDecisions.decide(state, command, context);
        if (decision instanceof Accepted<NgoEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    @EventSourcingHandler
    void on(NgoEvent event) {
        id = event.ngo().value();
        state = state.evolve(event);
    }
}
