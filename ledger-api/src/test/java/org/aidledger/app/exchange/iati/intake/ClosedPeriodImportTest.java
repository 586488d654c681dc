package org.aidledger.app.exchange.iati.intake;

import static org.aidledger.app.exchange.iati.intake.Xml.activity;
import static org.aidledger.app.exchange.iati.intake.Xml.file;
import static org.aidledger.app.exchange.iati.intake.Xml.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.MetadataKeys;
import org.aidledger.gateway.Request;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.period.SealedSheet;
import org.aidledger.project.ProjectEvent;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file never fails because of a closed month, and never changes what was sealed. */
class ClosedPeriodImportTest {

    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final LocalDate LATER = LocalDate.of(2024, 7, 1);
    private static final PeriodId PERIOD = new PeriodId("PER-O");
    private static final String OWNER = "VN-OWNER";
    private static final String ORG = "<participating-org role=\"4\" ref=\"" + OWNER + "\"/>";

    private ImportingLedger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new ImportingLedger();
        ledger.run("a.xml", file(activity("A", ORG, transaction("3", "5"), transaction("3", "7"))));
        send(new OpenPeriods(PERIOD, new ReportingEntity(OWNER), MAY, LATER));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void send(LedgerCommand command) {
        ledger.ledger.gateway().send(command, Request.of("accountant", Way.DECIDED, "test"));
    }

    private Sheet sheet(long size) {
        ledger.ledger.views().catchUp();
        return ledger.ledger.views().sheets().sheet(PERIOD.value(), OWNER, MAY, size);
    }

    private Sheet closeMay() {
        Sheet sheet = sheet(ledger.size());
        send(new ClosePeriod(PERIOD, MAY, new SealedSheet(sheet.size(), sheet.lines().size(), sheet.sha256()), LATER));
        return sheet;
    }

    private BigDecimal disbursed(AsOf asOf) {
        ledger.ledger.views().catchUp();
        return Objects.requireNonNull(
                ledger.ledger.views().balances().totals(asOf).currencies().getFirst().figure(Measure.DISBURSED));
    }

    @Test
    void what_a_later_file_says_of_a_closed_month_is_carried_by_the_open_one_and_the_sheet_stays() throws Exception {
        Sheet sealed = closeMay();

        ImportReport report = ledger.run("b.xml", file(activity("A", ORG, transaction("3", "5"),
                transaction("3", "8")), activity("B", ORG, transaction("3", "100"))));

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.bookedLater()).isEqualTo(Map.of("2024-06", 2L));
        assertThat(Objects.requireNonNull(report.comparison()).vanished().transactions()).isEqualTo(1);
        assertThat(sheet(sealed.size()).sha256()).isEqualTo(sealed.sha256());
        assertThat(disbursed(new AsOf(null, null, MAY))).isEqualByComparingTo("12");
        assertThat(disbursed(new AsOf(null, null, MAY.plusMonths(1)))).isEqualByComparingTo("120");
        assertThat(disbursed(AsOf.now())).isEqualByComparingTo("113");
        ledger.assertSound();
    }

    @Test
    void a_month_that_is_closed_while_a_file_is_read_stays_closed() throws Exception {
        ImportReport report = ledger.run("b.xml", file(activity("A", ORG, transaction("3", "5"), transaction("3", "7"),
                transaction("3", "9"))), null, ImportLimits.DEFAULT, new ImportProgress() {
                    private boolean closed;

                    @Override
                    public void read(long bytes, long bytesTotal) {
                        if (!closed) {
                            closed = true;
                            closeMay();
                        }
                    }

                    @Override
                    public void written(long events, long eventsTotal) {
                        // nobody watches
                    }
                });

        assertThat(report.bookedLater()).isEqualTo(Map.of("2024-06", 1L));
        assertThat(disbursed(new AsOf(null, null, MAY))).isEqualByComparingTo("12");
    }

    @Test
    void without_periods_each_transaction_is_booked_in_its_own_month_and_a_name_too_long_for_an_entity_has_none()
            throws Exception {
        String name = "<participating-org role=\"4\"><narrative>" + "x".repeat(ReportingEntity.LENGTH_MAX + 1)
                + "</narrative></participating-org>";
        long before = ledger.size();
        ImportReport report = ledger.run("c.xml", file(activity("C", name, transaction("3", "1")),
                activity("D", transaction("3", "2"))));

        assertThat(report.bookedLater()).isEmpty();
        assertThat(ledger.entries(before).stream()
                .filter(entry -> entry.payload() instanceof ProjectEvent event && event.movesMoney())
                .map(entry -> entry.metadata().get(MetadataKeys.BOOKING_PERIOD)))
                .isEqualTo(List.of("2024-05", "2024-05"));
    }
}
