package org.aidledger.inspection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.LogSize;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionContext.Acted;
import org.aidledger.project.ProjectId;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon keeps an inspection: it gathers the context, has the command decided and applies what was decided. */
final class PostInspection {

    @AggregateIdentifier private @Nullable String id;
    private InspectionState state = InspectionState.empty();

    PostInspection() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = PostInspections.COMMAND_NAME, payloadType = InspectionCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<InspectionEvent> handle(InspectionCommand command, MetaData metadata, TagIndex tags, LogSize log,
            Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        List<Acted> acted = command instanceof OpenInspection open && InspectionDecisions.isWithinBounds(open)
                ? acted(open, tags)
                : List.of();
        var context = new InspectionContext(CommandMetadata.way(metadata), CommandMetadata.actor(metadata),
                VietNam.dateOf(clock.instant()), acted, log.size());
        Decision<InspectionEvent> decision = InspectionDecisions.decide(state, command, context);
        if (decision instanceof Accepted<InspectionEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    /** The team is known by it from now on, and none of it acts in the scope while this command is under way. */
    private static List<Acted> acted(OpenInspection open, TagIndex tags) {
        AppendTerms terms = AppendTerms.current();
        var acted = new ArrayList<Acted>();
        for (ProjectId project : new LinkedHashSet<>(open.projects())) {
            for (ActorId member : new LinkedHashSet<>(open.team())) {
                Tag tag = Tag.acted(project.value(), member.value());
                long lastSeen = tags.lastSeen(tag);
                if (lastSeen >= 0) {
                    acted.add(new Acted(project, member));
                }
                terms.require(tag, lastSeen);
                terms.tag(Tag.inspects(project.value(), member.value()));
            }
        }
        return acted;
    }

    @EventSourcingHandler
    void on(InspectionEvent event) {
        id = event.inspection().value();
        state = state.evolve(event);
    }
}
