package org.aidledger.project;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.bank.Reconciliations;
import org.aidledger.event.RecordedEvents;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.eventstore.Terms;
import org.aidledger.period.Bookings;
import org.aidledger.period.Bookings.Booking;
import org.aidledger.period.PeriodRefusal.ClosedPeriod;
import org.aidledger.period.ReportingEntity;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a project owes to accounting periods and to bank statements, whichever way it comes in: by a command, by a move
 * between projects or in a file.
 */
public final class Postings {

    private final Bookings bookings;
    private final Reconciliations reconciliations;

    /**
     * One event, as it may be posted.
     *
     * @param month that carries it, null when it moves no money
     * @param broken rules that refuse it; none for what is reported
     */
    public record Posting(@Nullable YearMonth month, List<Refusal> broken) {

        public Posting {
            broken = List.copyOf(broken);
        }
    }

    public Postings(TagIndex tags, RecordedEvents events) {
        this.bookings = new Bookings(tags, events);
        this.reconciliations = new Reconciliations(tags, events);
    }

    /**
     * Money is booked in an open month; whoever closed that month before it was reopened does not post into it, nor does who
     * reconciled a bank statement move cash it was reconciled with.
     *
     * @param entity whose books the project is in, or null
     * @param terms of the append; what the answer rests on is set in them, and what makes the posting known
     */
    public Posting post(ProjectEvent event, @Nullable ReportingEntity entity, ActorId actor, Way way, Terms terms) {
        if (!event.movesMoney()) {
            return new Posting(null, List.of());
        }
        Booking booking = bookings.book(entity, actor, event.effectiveDate(), terms);
        Refusal reconciled = reconciliations.post(CashMovements.of(event), actor, terms);
        var broken = new ArrayList<Refusal>();
        if (booking.closedByActor() && entity != null) {
            broken.add(new ClosedPeriod(actor.value(), booking.month(), entity));
        }
        if (reconciled != null) {
            broken.add(reconciled);
        }
        return new Posting(booking.month(), way == Way.DECIDED ? broken : List.of());
    }
}
