package org.aidledger.app.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.aidledger.app.clock.ViewProgress;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodId;
import org.aidledger.period.PeriodRefusal.SheetOutdated;
import org.aidledger.period.SealedSheet;
import org.aidledger.view.ViewBehind;
import org.aidledger.view.balance.Sheet;
import org.aidledger.view.balance.Sheets;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.period.Periods;

/** Seals the sheet of a month by closing it, and sums a sealed sheet again. */
public final class PeriodSheets {

    /** Others may post into the month while its sheet is summed; then it is summed again. */
    private static final int ATTEMPTS_MAX = 5;

    private final LedgerGateway gateway;
    private final Periods periods;
    private final Sheets sheets;
    private final ViewProgress views;

    public PeriodSheets(LedgerGateway gateway, Periods periods, Sheets sheets, ViewProgress views) {
        this.gateway = gateway;
        this.periods = periods;
        this.sheets = sheets;
        this.views = views;
    }

    /**
     * What a closing sealed, and what comes out today.
     *
     * @param sheet summed again over the events that the closing names
     */
    public record Checked(PeriodClosed closing, Sheet sheet) {

        public boolean isUnchanged() {
            return sheet.sha256().equals(closing.sheet().sha256());
        }
    }

    /**
     * Sums the month's sheet over everything there is and closes the month on it.
     *
     * @throws ViewBehind when the views do not catch up in time
     */
    public Outcome close(PeriodId period, YearMonth month, LocalDate effectiveDate, Request request) {
        Optional<PeriodHistory> history = periods.history(period.value(), null);
        if (history.isEmpty()) {
            return new Outcome.Refused(List.of(new NotRegistered(period.value())));
        }
        Outcome outcome;
        int attempt = 0;
        do {
            Sheet sheet = sheet(period, history.get(), month, gateway.reader().size());
            SealedSheet sealed = new SealedSheet(sheet.size(), sheet.lines().size(), sheet.sha256());
            outcome = gateway.send(new ClosePeriod(period, month, sealed, effectiveDate), request);
            attempt++;
        } while (attempt < ATTEMPTS_MAX && isOutdated(outcome));
        return outcome;
    }

    /** The sheet that the last closing of the month sealed; empty when the month was never closed. */
    public Optional<Checked> check(PeriodId period, YearMonth month) {
        return periods.history(period.value(), null)
                .flatMap(history -> history.closing(month).map(closing -> new Checked(closing,
                        sheet(period, history, month, closing.sheet().size()))));
    }

    private Sheet sheet(PeriodId period, PeriodHistory history, YearMonth month, long size) {
        views.require(size);
        return sheets.sheet(period.value(), history.opened().entity().key(), month, size);
    }

    private static boolean isOutdated(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var refusals)
                && refusals.stream().allMatch(SheetOutdated.class::isInstance);
    }
}
