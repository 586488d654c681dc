package org.aidledger.programme;

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

/** The shell in which Axon keeps a programme's targets: it has the command decided and applies what was decided. */
final class ProgrammeTarget {

    @AggregateIdentifier private @Nullable String id;
    private TargetState state = TargetState.empty();

    ProgrammeTarget() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = ProgrammeTargets.COMMAND_NAME, payloadType = TargetCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TargetEvent> handle(TargetCommand command, MetaData metadata, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        Decision<TargetEvent> decision = TargetDecisions.decide(state, command, VietNam.dateOf(clock.instant()));
        if (decision instanceof Accepted<TargetEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    @EventSourcingHandler
    void on(TargetEvent event) {
        id = event.programme().value();
        state = state.evolve(event);
    }
}
