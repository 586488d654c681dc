package org.aidledger.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.inspection.FindingRow;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.signal.Signal;
import org.aidledger.view.signal.SignalKind;
import org.junit.jupiter.api.Test;

class InventedPortfolioTest {

    @Test
    void the_same_seed_gives_the_same_lives_and_another_gives_others() {
        assertThat(InventedProject.of(1, 5)).isEqualTo(InventedProject.of(1, 5)).isNotEqualTo(InventedProject.of(2, 5));
    }

    @Test
    void its_size_and_its_three_largest_sectors_are_shaped_like_the_published_ones() {
        List<InventedProject.Life> lives = IntStream.rangeClosed(1, InventedPortfolio.PROJECTS)
                .mapToObj(number -> InventedProject.of(InventedPortfolio.SEED, number)).toList();
        assertThat(lives.stream().mapToInt(life -> life.steps().size()).sum()).isBetween(25_000, 35_000);
    }

    /** Every story that an auditor would look for is there to be found. */
    private static void assertStories(Ledger ledger) {
        List<Obligation> open = ledger.views().obligations().on(LocalDate.of(2026, 9, 30), AsOf.now()).open();
        assertThat(open).filteredOn(one -> one.kind() == Obligation.Kind.CERTIFICATE).extracting(Obligation::stream)
                .as("certificates that lapsed").contains("NGO-EX-001", "NGO-EX-041");
        assertThat(open).filteredOn(one -> one.stream().equals("INS-EX-01")).extracting(Obligation::kind)
                .as("the one that is paid back and verified is not among them")
                .containsExactlyInAnyOrder(Obligation.Kind.RECOVERY, Obligation.Kind.CORRECTIVE_ACTION);
        Set<SignalKind> found = ledger.views().signals().all(AsOf.now()).projects().stream()
                .flatMap(project -> project.signals().stream()).map(Signal::kind).collect(Collectors.toSet());
        assertThat(found).contains(SignalKind.SPLIT_PAYMENTS, SignalKind.BACK_DATED, SignalKind.APPROVAL_REVOKED,
                SignalKind.GOODS_LOST, SignalKind.CORRECTED_LATER);
        assertThat(ledger.views().findings().list(LocalDate.of(2026, 9, 30), null, null, 0, 100).findings())
                .filteredOn(finding -> finding.inspection().equals("INS-EX-01")).extracting(FindingRow::state)
                .containsExactly(FindingRow.State.VERIFIED, FindingRow.State.ACTION_AGREED);
    }

    @Test
    void what_came_after_a_closing_is_booked_in_an_open_month_and_every_sealed_sheet_comes_out_the_same() {
        try (TestLedger served = TestLedger.demo()) {
            SamplePortfolio.load(served.ledger(), (done, total) -> {
            });
            served.ledger().views().catchUp();
            PeriodHistory periods =
                    served.ledger().views().periods().history("PER-DEMO-01", null).orElseThrow();
            assertThat(periods.closedThrough()).isEqualTo(YearMonth.of(2025, 9));
            for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(periods.closedThrough());
                    month = month.plusMonths(1)) {
                PeriodClosed closing = periods.closing(month).orElseThrow();
                assertThat(served.ledger().views().sheets().sheet("PER-DEMO-01", periods.opened().entity().key(), month,
                        closing.sheet().size()).sha256()).isEqualTo(closing.sheet().sha256());
            }
            assertThat(served.ledger().views().balances()
                    .postings("PRJ-DEMO-06", AsOf.now().answeredAt(served.ledger().gateway().reader().size()), null,
                            1_000))
                    .filteredOn(posting -> posting.effectiveDate().equals(LocalDate.of(2025, 8, 15)))
                    .extracting(posting -> String.valueOf(posting.bookingPeriod())).containsOnly("2025-10");
        }
    }

    @Test
    void every_command_keeps_the_rules_and_no_cash_is_overdrawn() {
        try (TestLedger served = TestLedger.demo()) {
            InventedPortfolio.load(served.ledger(), InventedPortfolio.SEED, InventedPortfolio.PROJECTS,
                    (done, total) -> {
                    });
            served.ledger().views().catchUp();
            Balances balances = served.ledger().views().balances();
            balances.ofEachProject(AsOf.now(), project -> project.currencies().forEach(figures -> assertThat(
                    Objects.requireNonNullElse(figures.figure(Measure.CASH_ON_HAND), BigDecimal.ZERO))
                    .as("%s", project.project()).isNotNegative()));
            balances.trialBalance(null, AsOf.now()).accounts().stream()
                    .collect(java.util.stream.Collectors.groupingBy(account -> account.currency()))
                    .forEach((currency, accounts) -> assertThat(accounts.stream().map(account -> account.amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)).as("%s", currency).isZero());
            Donors donors = served.ledger().views().donors();
            assertThat(donors.active(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 8, 31), null, null, 1).count())
                    .isEqualTo(396);
            assertThat(donors.active(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 8, 31), null, null, 1).count())
                    .isEqualTo(400);
            assertThat(served.ledger().views().programmes().all(null).programmes()).hasSize(1);
            assertThat(served.ledger().views().obligations().on(LocalDate.of(2026, 9, 30), AsOf.now()).open())
                    .as("certificates that lapsed, and approvals that lie idle").extracting(Obligation::kind)
                    .contains(Obligation.Kind.CERTIFICATE, Obligation.Kind.IDLE_APPROVAL);
            assertStories(served.ledger());
            List<Group> bySector = served.ledger().views().portfolio()
                    .by(Dimension.SECTOR, Portfolio.DAC, null, AsOf.now()).groups();
            assertThat(bySector).extracting(Group::value).contains("16010", "43040", "12220");
        }
    }
}
