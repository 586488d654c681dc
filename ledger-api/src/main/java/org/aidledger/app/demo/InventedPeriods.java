package org.aidledger.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.app.demo.InventedProject.Step;
import org.aidledger.app.platform.Ledger;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.period.SealedSheet;
import org.aidledger.view.balance.Sheet;

/** The months of an invented reporting entity, closed one after the other on sealed sheets by somebody who posts nothing. */
final class InventedPeriods {

    private static final PeriodId ID = new PeriodId("PER-DEMO-01");
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final YearMonth LAST_CLOSED = YearMonth.of(2025, 9);
    private static final int CLOSED_ON = 10;
    private static final String ACCOUNTANT = "nga";

    private InventedPeriods() {
    }

    static void load(Ledger ledger, String entity) {
        InventedPortfolio.enter(ledger, new Step(ACCOUNTANT,
                new OpenPeriods(ID, new ReportingEntity(entity), FIRST, FIRST.atDay(2))));
        ledger.views().catchUp();
        // Closings book nothing, so all of them may count the same events.
        long size = ledger.gateway().reader().size();
        for (YearMonth month = FIRST; !month.isAfter(LAST_CLOSED); month = month.plusMonths(1)) {
            Sheet sheet = ledger.views().sheets().sheet(ID.value(), entity, month, size);
            LocalDate day = month.plusMonths(1).atDay(CLOSED_ON);
            InventedPortfolio.enter(ledger, new Step(ACCOUNTANT, new ClosePeriod(ID, month,
                    new SealedSheet(sheet.size(), sheet.lines().size(), sheet.sha256()), day)));
        }
    }
}
