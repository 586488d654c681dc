package org.aidledger.app.rest;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.money.Currency;
import org.aidledger.period.ReportingEntity;
import org.aidledger.view.balance.Account;
import org.jspecify.annotations.Nullable;

/** What accounting periods look like on the wire. */
final class PeriodAnswers {

    private PeriodAnswers() {
    }

    /** A page of reporting entities that keep periods, in the order they began to. */
    record PeriodsPage(List<Period> periods, @Nullable String next) {
    }

    /** {@code closedThrough} is the month before {@code first} while none is closed. */
    record Period(String id, String entity, YearMonth first, YearMonth closedThrough, String self) {
    }

    /** The periods of one entity; {@code events} are its opening, closings and reopenings as their events say them. */
    record PeriodFile(String id, ReportingEntity entity, YearMonth first, YearMonth closedThrough,
            List<Noted> events) {
    }

    /**
     * A sealed sheet, summed again.
     *
     * @param size the number of events it is over, as {@code ?known=}
     * @param sealedSha256 what the closing sealed
     * @param sha256 what comes out now
     * @param unchanged whether the two are the same
     * @param lines none of them zero
     */
    record SheetFile(String period, YearMonth month, long size, String sealedSha256, String sha256, boolean unchanged,
            List<SheetLine> lines) {
    }

    /** One balance; debit positive. */
    record SheetLine(String project, Account account, Currency currency, BigDecimal amount, String trialBalance) {
    }
}
