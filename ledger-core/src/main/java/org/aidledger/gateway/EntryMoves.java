package org.aidledger.gateway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Delegations;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Decision;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.project.Inspectors;
import org.aidledger.project.Postings;
import org.aidledger.project.Postings.Posting;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.MoveEntry;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectContext;
import org.aidledger.project.ProjectDecisions;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProjectState;
import org.aidledger.rules.RuleSets;
import org.aidledger.time.VietNam;
import org.axonframework.messaging.MetaData;

/**
 * Decides the one command that changes two streams: an entry leaves a project and enters another. Both projects judge their
 * side on a fresh load, and one append writes both sides or, when either stream moved meanwhile, none.
 */
final class EntryMoves {

    private final EntryReader reader;
    private final Catalogue catalogue;
    private final TagIndex tags;
    private final Postings postings;
    private final Delegations delegations;
    private final Clock clock;
    private final RuleSets rules;

    EntryMoves(EntryReader reader, Catalogue catalogue, TagIndex tags, Postings postings,
            Delegations delegations, Clock clock, RuleSets rules) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.tags = tags;
        this.postings = postings;
        this.delegations = delegations;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * What is to be appended, or why nothing is.
     *
     * @param drafts the other project's first, so that the last event is of the project that was asked; empty when refused
     * @param refusals both projects' together
     */
    record Judged(List<LedgerEvent> events, List<Draft> drafts, List<Refusal> refusals) {

        static Judged refused(Refusal... refusals) {
            return new Judged(List.of(), List.of(), List.of(refusals));
        }
    }

    /** @param terms get the tags and preconditions of both sides */
    Judged judge(MoveEntry command, Request request, AppendTerms terms) {
        MetaData metadata = MetaData.from(request.metadata());
        var sides = List.of(new Side(new RecordMovement(command.reentry()), command.reentry().project(), metadata,
                terms), new Side(command, command.project(), metadata, terms));
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), sides.getLast().state.nextVersion() - 1);
        if (moved != null) {
            return Judged.refused(moved);
        }
        var events = new ArrayList<LedgerEvent>();
        var drafts = new ArrayList<Draft>();
        var refusals = new ArrayList<Refusal>();
        for (Side side : sides) {
            switch (ProjectDecisions.decide(side.state, side.command, side.context)) {
                case Decision.Refused<ProjectEvent>(var broken) -> refusals.addAll(broken);
                case Decision.Accepted<ProjectEvent>(var more) -> {
                    events.addAll(more);
                    long version = side.state.nextVersion();
                    for (ProjectEvent event : more) {
                        drafts.add(Draft.of(catalogue, UUID.randomUUID(), side.command.stream(), version++,
                                side.beside(event, metadata, terms, refusals), event));
                    }
                }
            }
        }
        return refusals.isEmpty() ? new Judged(events, drafts, List.of())
                : Judged.refused(refusals.toArray(Refusal[]::new));
    }

    /** One project's part in the move. */
    private final class Side {

        private final ProjectCommand command;
        private final ProjectState state = ProjectState.empty();
        private final ProjectContext context;

        Side(ProjectCommand command, ProjectId project, MetaData metadata, AppendTerms terms) {
            this.command = command;
            load(project.value());
            ActorId actor = CommandMetadata.actor(metadata);
            LocalDate today = VietNam.dateOf(clock.instant());
            context = new ProjectContext(CommandMetadata.way(metadata), actor, today,
                    Inspectors.include(actor, project, tags, terms::require), rules,
                    delegations.of(actor, today, terms));
        }

        /** Each side is booked in an open month of its own entity; see {@link Bookings}. */
        Map<String, String> beside(ProjectEvent event, MetaData metadata, AppendTerms terms, List<Refusal> refusals) {
            Posting posting =
                    postings.post(event, state.reportingEntity(), context.actor(), context.way(), terms);
            refusals.addAll(posting.broken());
            MetaData beside = CommandMetadata.booked(CommandMetadata.carried(metadata), posting.month());
            var texts = new HashMap<String, String>();
            beside.forEach((name, value) -> texts.put(name, (String) value));
            return texts;
        }

        private void load(String stream) {
            reader.eachLeafOf(stream, leaf -> {
                Entry entry = catalogue.decode(leaf);
                String actor = entry.metadata().get(MetadataKeys.ACTOR);
                state.evolve((ProjectEvent) entry.payload(), actor == null ? null : new ActorId(actor));
            });
        }
    }
}
