package org.aidledger.app.rest;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.document.DocumentRef;
import org.aidledger.period.PeriodCommand;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.jspecify.annotations.Nullable;

/** What the commands of accounting periods are told by, one record a route. */
sealed interface PeriodBody extends CommandBody {

    /**
     * Begins to keep the periods of a reporting entity.
     *
     * @param period the id to give them
     * @param entity the aid owner or managing agency as its projects name it: its identifier, else its name
     */
    record PeriodOpening(PeriodId period, ReportingEntity entity, YearMonth first, LocalDate effectiveDate,
            @Nullable String reason) implements PeriodBody {
        PeriodCommand command() {
            return new PeriodCommand.OpenPeriods(period, entity, first, effectiveDate);
        }
    }

    /** Closes the month; the ledger sums the sheet itself. */
    record Closing(YearMonth month, LocalDate effectiveDate, @Nullable String reason) implements PeriodBody {
    }

    record Reopening(YearMonth month, DocumentRef order, LocalDate effectiveDate, @Nullable String reason)
            implements PeriodBody {
        PeriodCommand command(PeriodId period) {
            return new PeriodCommand.ReopenPeriod(period, month, order, effectiveDate);
        }
    }
}
