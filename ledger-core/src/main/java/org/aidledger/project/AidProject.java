package org.aidledger.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Delegations;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.project.Postings.Posting;
import org.aidledger.rules.RuleSets;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon keeps a project: it gathers the context, has the command decided and applies what was decided. */
final class AidProject {

    @AggregateIdentifier private @Nullable String id;
    private ProjectState state = ProjectState.empty();

    AidProject() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = AidProjects.COMMAND_NAME, payloadType = ProjectCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ProjectEvent> handle(ProjectCommand command, MetaData metadata, TagIndex tags, Postings postings,
            Delegations delegations, Clock clock, RuleSets rules) {
        if (command instanceof ProjectCommand.MoveEntry) {
            throw new IllegalArgumentException("an entry is moved by whoever writes both streams, not by one of them");
        }
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return Verdict.refused(moved);
        }
        ActorId actor = CommandMetadata.actor(metadata);
        boolean inspects =
                Inspectors.include(actor, new ProjectId(command.stream()), tags,
                        AppendTerms.current()::require);
        LocalDate today = VietNam.dateOf(clock.instant());
        var context = new ProjectContext(CommandMetadata.way(metadata), actor, today, inspects, rules,
                delegations.of(actor, today, AppendTerms.current()));
        Decision<ProjectEvent> decision = ProjectDecisions.decide(state, command, context);
        return decision instanceof Accepted<ProjectEvent>(var events)
                ? record(events, context, metadata, postings)
                : decision;
    }

    private Decision<ProjectEvent> record(List<ProjectEvent> events, ProjectContext context, MetaData metadata,
            Postings postings) {
        MetaData carried = CommandMetadata.carried(metadata);
        var beside = new ArrayList<MetaData>(events.size());
        for (ProjectEvent event : events) {
            Posting posting = postings.post(event, state.reportingEntity(), context.actor(), context.way(),
                    AppendTerms.current());
            if (!posting.broken().isEmpty()) {
                return new Refused<>(posting.broken());
            }
            beside.add(CommandMetadata.booked(carried, posting.month()));
        }
        if (!CommandMetadata.isDryRun(metadata)) {
            for (int i = 0; i < events.size(); i++) {
                AggregateLifecycle.apply(events.get(i), beside.get(i));
            }
        }
        return new Accepted<>(events);
    }

    @EventSourcingHandler
    void on(ProjectEvent event, MetaData metadata) {
        id = event.project().value();
        state = state.evolve(event, metadata.get(MetadataKeys.ACTOR) instanceof String name ? new ActorId(name) : null);
    }
}
