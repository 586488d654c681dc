package org.aidledger.period;

import java.time.Clock;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.aggregate.CommandMetadata;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.time.VietNam;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon keeps accounting periods: it gathers the context, has the command decided and applies what was decided. */
final class AccountingPeriod {

    @AggregateIdentifier private @Nullable String id;
    private PeriodState state = PeriodState.empty();

    AccountingPeriod() {
    }

    /** A refusal is an answer and no exception: nothing is applied, and nothing is left behind. */
    @CommandHandler(commandName = AccountingPeriods.COMMAND_NAME, payloadType = PeriodCommand.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PeriodEvent> handle(PeriodCommand command, MetaData metadata, TagIndex tags, Clock clock) {
        var moved = CommandMetadata.versionMoved(metadata, command.stream(), state.nextVersion() - 1);
        if (moved != null) {
            return new Refused<>(List.of(moved));
        }
        PeriodContext context = context(command, metadata, tags, clock);
        Decision<PeriodEvent> decision = PeriodDecisions.decide(state, command, context);
        if (decision instanceof Accepted<PeriodEvent>(var events) && !CommandMetadata.isDryRun(metadata)) {
            MetaData carried = CommandMetadata.carried(metadata);
            events.forEach(event -> AggregateLifecycle.apply(event, carried));
        }
        return decision;
    }

    /** Whoever posts for the entity sees this command by its tag, and it sees whoever posts while it is under way. */
    private PeriodContext context(PeriodCommand command, MetaData metadata, TagIndex tags, Clock clock) {
        ActorId actor = CommandMetadata.actor(metadata);
        var terms = AppendTerms.current();
        PeriodsOpened opened = state.opened();
        boolean entityHasPeriods = false;
        boolean actorPosted = false;
        long lastBooked = -1;
        if (command instanceof OpenPeriods open && opened == null) {
            Tag periods = PeriodTags.periods(open.entity());
            long lastSeen = tags.lastSeen(periods);
            entityHasPeriods = lastSeen >= 0;
            terms.require(periods, lastSeen);
            terms.tag(periods);
        } else if (opened != null) {
            terms.tag(PeriodTags.periods(opened.entity()));
            if (command instanceof ClosePeriod close) {
                Tag booked = PeriodTags.booked(opened.entity(), close.month());
                Tag posted = PeriodTags.posted(opened.entity(), close.month(), actor);
                lastBooked = tags.lastSeen(booked);
                long lastPosted = tags.lastSeen(posted);
                actorPosted = lastPosted >= 0;
                terms.require(booked, close.sheet().size() - 1);
                terms.require(posted, lastPosted);
                terms.tag(PeriodTags.closed(opened.entity(), close.month(), actor));
            }
        }
        return new PeriodContext(CommandMetadata.way(metadata), actor, VietNam.dateOf(clock.instant()),
                entityHasPeriods, actorPosted, lastBooked);
    }

    @EventSourcingHandler
    void on(PeriodEvent event) {
        id = event.period().value();
        state = state.evolve(event);
    }
}
