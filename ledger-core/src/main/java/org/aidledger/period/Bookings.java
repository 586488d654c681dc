package org.aidledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.actor.ActorId;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.eventstore.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Says which month carries a posting: the month it was true in while that is open, else the first open one. What it says is
 * made a term of the append, so that a closing on another node and a posting here cannot both succeed on what they did not see.
 */
public final class Bookings {

    private final TagIndex tags;
    private final RecordedEvents events;

    /**
     * Where a posting is booked.
     *
     * @param closedByActor whether the actor had closed that month before it was reopened
     */
    public record Booking(YearMonth month, boolean closedByActor) {
    }

    public Bookings(TagIndex tags, RecordedEvents events) {
        this.tags = tags;
        this.events = events;
    }

    /**
     * Books a posting and sets the terms that keep it booked there until it is appended.
     *
     * @param entity whose books it is in, or null for a project that names nobody: its months are never closed
     * @param effective when it was true
     */
    public Booking book(@Nullable ReportingEntity entity, ActorId actor, LocalDate effective, Terms terms) {
        YearMonth own = YearMonth.from(effective);
        if (entity == null) {
            return new Booking(own, false);
        }
        Tag periods = PeriodTags.periods(entity);
        long lastSeen = tags.lastSeen(periods);
        terms.require(periods, lastSeen);
        if (lastSeen < 0) {
            // Periods may be opened from an earlier month on: then whoever posted in it must be known, too.
            carry(entity, own, actor, terms);
            return new Booking(own, false);
        }
        YearMonth closedThrough = ((PeriodEvent) events.at(lastSeen)).closedThrough();
        YearMonth month = own.isAfter(closedThrough) ? own : closedThrough.plusMonths(1);
        Tag closed = PeriodTags.closed(entity, month, actor);
        long lastClosed = tags.lastSeen(closed);
        terms.require(closed, lastClosed);
        carry(entity, month, actor, terms);
        return new Booking(month, lastClosed >= 0);
    }

    private static void carry(ReportingEntity entity, YearMonth month, ActorId actor, Terms terms) {
        terms.tag(PeriodTags.booked(entity, month));
        terms.tag(PeriodTags.posted(entity, month, actor));
    }
}
