package org.aidledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;

/** What can be asked of a reporting entity's accounting periods. */
public sealed interface PeriodCommand extends LedgerCommand {

    PeriodId period();

    @Override
    default String stream() {
        return period().value();
    }

    LocalDate effectiveDate();

    record OpenPeriods(PeriodId period, ReportingEntity entity, YearMonth first, LocalDate effectiveDate)
            implements PeriodCommand {
    }

    /** The sheet is summed by whoever asks; it is refused when something was booked that it does not count. */
    record ClosePeriod(PeriodId period, YearMonth month, SealedSheet sheet, LocalDate effectiveDate)
            implements PeriodCommand {
    }

    record ReopenPeriod(PeriodId period, YearMonth month, DocumentRef order, LocalDate effectiveDate)
            implements PeriodCommand {
    }
}
