package org.aidledger.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
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
            List<Group> bySector = served.ledger().views().portfolio()
                    .by(Dimension.SECTOR, Portfolio.DAC, null, AsOf.now()).groups();
            assertThat(bySector).extracting(Group::value).contains("16010", "43040", "12220");
        }
    }
}
