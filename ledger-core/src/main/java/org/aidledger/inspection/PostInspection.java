package org.aidledger.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Delegations;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.digest.Sha256;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.LogSize;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.inspection.InspectionCommand.AbandonInspection;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
import org.aidledger.inspection.InspectionCommand.PlanInspection;
import org.aidledger.inspection.InspectionContext.Acted;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.OfPlan;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
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
    Decision<InspectionEvent> handle(InspectionCommand command, MetaData metadata, TagIndex tags, ProjectActors actors,
            RecordedEvents log, LogSize size, Delegations delegations, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        ActorId actor = CommandMetadata.actor(metadata);
        List<Acted> acted = switch (command) {
            case OpenInspection open -> acted(open.projects(), open.team(), actors);
            case OpenPlannedInspection open -> acted(open.sample(), open.team(), actors);
            default -> List.of();
        };
        LocalDate today = VietNam.dateOf(clock.instant());
        var context = new InspectionContext(CommandMetadata.way(metadata), actor, today, acted, size.size(),
                abandoned(command, actor, tags, log), plannedIndex(command, tags),
                delegations.of(actor, today, AppendTerms.current()),
                command instanceof OpenPlannedInspection open ? Sha256.hex(open.seed()) : null);
        Decision<InspectionEvent> decision = InspectionDecisions.decide(state, command, context);
        if (decision instanceof Accepted<InspectionEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    /** The team is known by it from now on, and none of it acts in the scope while this command is under way. */
    private static List<Acted> acted(List<ProjectId> projects, List<ActorId> team, ProjectActors actors) {
        var acted = new ArrayList<Acted>();
        if (!InspectionDecisions.isWithinBounds(projects, team)) {
            return acted;
        }
        AppendTerms terms = AppendTerms.current();
        actors.of(new LinkedHashSet<>(projects)).forEach((project, seen) -> {
            terms.tag(Tag.inspected(project.value()));
            for (ActorId member : new LinkedHashSet<>(team)) {
                if (seen.actors().contains(member)) {
                    acted.add(new Acted(project, member));
                }
                terms.requireNotActed(project.value(), seen.lastVersion(), member.value());
                terms.tag(Tag.inspects(project.value(), member.value()));
            }
        });
        return acted;
    }

    /** What the planner gave up since their last sample: the last event about any of their plans tells. */
    private List<InspectionId> abandoned(InspectionCommand command, ActorId actor, TagIndex tags, RecordedEvents log) {
        InspectionPlanned planned = state.planned();
        boolean ofPlan = command instanceof PlanInspection || planned != null
                && (command instanceof AbandonInspection || command instanceof OpenPlannedInspection);
        if (!ofPlan) {
            return List.of();
        }
        AppendTerms terms = AppendTerms.current();
        Tag plans = Tag.plans(planned == null ? actor.value() : planned.planner().value());
        long lastSeen = tags.lastSeen(plans);
        terms.require(plans, lastSeen);
        terms.tag(plans);
        return lastSeen >= 0 && log.at(lastSeen) instanceof OfPlan last && !(last instanceof SampleDrawn)
                ? last.abandoned()
                : List.of();
    }

    /** What is frozen on opening includes the plan; the append makes sure, should the index not be known here. */
    private static long plannedIndex(InspectionCommand command, TagIndex tags) {
        Tag tag = Tag.planned(command.stream());
        AppendTerms terms = AppendTerms.current();
        if (command instanceof PlanInspection) {
            terms.tag(tag);
        }
        if (command instanceof OpenPlannedInspection open) {
            terms.require(tag, open.frozen().size() - 1);
            return tags.lastSeen(tag);
        }
        return -1;
    }

    @EventSourcingHandler
    void on(InspectionEvent event, MetaData metadata) {
        id = event.inspection().value();
        state = state.evolve(event, CommandMetadata.actor(metadata));
    }
}
