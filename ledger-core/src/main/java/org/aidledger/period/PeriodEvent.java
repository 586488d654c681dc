package org.aidledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;

/** The whole life of a reporting entity's accounting periods, one record a fact. */
public sealed interface PeriodEvent extends LedgerEvent {

    PeriodId period();

    /** The last month that is closed after this event; every later one is open. */
    YearMonth closedThrough();

    /**
     * A reporting entity keeps its books by periods from now on. What is true before its first month is booked in it.
     *
     * @param entity as projects name it: the aid owner's or managing agency's identifier, else its name
     * @param first the first open month
     */
    record PeriodsOpened(PeriodId period, ReportingEntity entity, YearMonth first, LocalDate effectiveDate)
            implements PeriodEvent {
        @Override
        public YearMonth closedThrough() {
            return first.minusMonths(1);
        }
    }

    /**
     * A month is closed: nothing is booked in it any more, and its sheet is sealed.
     *
     * @param month the month after the one closed last
     * @param sheet what the entity's accounts add up to at the end of the month
     */
    record PeriodClosed(PeriodId period, YearMonth month, SealedSheet sheet, LocalDate effectiveDate)
            implements PeriodEvent {
        @Override
        public YearMonth closedThrough() {
            return month;
        }
    }

    /**
     * Closed months are open again, by order of the competent authority. What was sealed stays what it was.
     *
     * @param month the first month that is open again
     * @param order the decision that orders it
     */
    record PeriodReopened(PeriodId period, YearMonth month, DocumentRef order, LocalDate effectiveDate)
            implements PeriodEvent {
        @Override
        public YearMonth closedThrough() {
            return month.minusMonths(1);
        }
    }
}
