package org.aidledger.view.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Entry;
import org.aidledger.period.PeriodEvent;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodsOpened;

/**
 * All there is of a reporting entity's periods, as their own events say it.
 *
 * @param opened whose they are, and from which month on
 * @param events the opening and everything after it, in order; the payload of each is a {@link PeriodEvent}
 */
public record PeriodHistory(PeriodsOpened opened, List<Entry> events) {

    public PeriodHistory {
        events = List.copyOf(events);
    }

    /** The last month that is closed; the one before the first when none is. */
    public YearMonth closedThrough() {
        return ((PeriodEvent) events.getLast().payload()).closedThrough();
    }

    /** The last closing of a month, also when it was reopened since. */
    public Optional<PeriodClosed> closing(YearMonth month) {
        return events.reversed().stream().map(Entry::payload).filter(PeriodClosed.class::isInstance)
                .map(PeriodClosed.class::cast).filter(closed -> closed.month().equals(month)).findFirst();
    }
}
