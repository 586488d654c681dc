package org.aidledger.period;

import java.time.YearMonth;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of accounting periods need to know of their past.
 *
 * @param opened null for a stream without events
 * @param closedThrough the last closed month; null for a stream without events
 * @param nextVersion the version the stream's next event gets: how many it has
 */
public record PeriodState(@Nullable PeriodsOpened opened, @Nullable YearMonth closedThrough, long nextVersion) {

    private static final PeriodState EMPTY = new PeriodState(null, null, 0);

    /** A stream without events. */
    public static PeriodState empty() {
        return EMPTY;
    }

    /** The state after one more event. */
    public PeriodState evolve(PeriodEvent event) {
        return new PeriodState(event instanceof PeriodsOpened first ? first : opened, event.closedThrough(),
                nextVersion + 1);
    }
}
