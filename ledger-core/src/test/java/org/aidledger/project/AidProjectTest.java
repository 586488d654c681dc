package org.aidledger.project;

import static org.aidledger.project.PaidFrom.ACCOUNT;
import static org.aidledger.project.PaidFrom.ADVANCE;
import static org.aidledger.project.ProjectFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AidProjectTest {

    @Test
    void each_command_becomes_its_event() {
        given().when(register()).records(registered());
        given(registered()).when(pledge("100", "USD")).records(pledged("100", "USD"));
        given(registered()).when(openAccount("bidv", "BIDV")).records(accountOpened("bidv"));
        var funded = given(registered(), approved("100", "USD"), accountOpened("bidv"), received("100", "USD", "bidv"));
        funded.when(receive("100", "USD", "bidv")).records(received("100", "USD", "bidv"));
        funded.when(disburse("40", "USD", "bidv")).records(disbursed("40", "USD", "bidv"));
        funded.when(advance("40", "USD", "bidv")).records(advanced("40", "USD", "bidv"));
        funded.when(spend(ACCOUNT, "40", "USD", "bidv")).records(spent(ACCOUNT, "40", "USD", "bidv"));
        funded.when(refund("40", "USD", "bidv")).records(refunded("40", "USD", "bidv"));
        given(registered(), approved("100", "USD"), accountOpened("bidv"), received("100", "USD", "bidv"),
                advanced("40", "USD", "bidv")).when(returnAdvance("40", "USD", "bidv"))
                .records(returned("40", "USD", "bidv"));
    }

    @Test
    void a_status_and_a_flow_without_an_entry_of_its_own_are_reported() {
        given(registered()).whenReported(reportStatus("2")).accepted();
        given(registered()).when(reportStatus("2")).refused("project.only-reported");
        given(registered()).whenReported(reportLoanRepayment("5", "USD")).accepted();
    }

    @Test
    void registering_again_with_the_same_facts_changes_nothing() {
        given(registered()).when(register()).changesNothing();
        given(registered()).whenReported(register()).changesNothing();
        given(registered(), accountOpened("bidv")).when(openAccount("bidv", "BIDV")).changesNothing();
    }

    @Test
    void the_gravest_refusal_comes_first() {
        given(registered(), approved("100", "USD"), accountOpened("bidv")).where(inspected(), 5)
                .where(inspecting(), 5)
                .when(disburse("100.001", "USD", "bidv"))
                .refused("segregation.inspects-project", "funding.exceeds-approved", "funding.exceeds-cash",
                        "money.too-many-digits");
    }

    @Test
    void every_broken_rule_is_noted_about_the_reported_fact() {
        given(registered(), approved("100", "USD"), accountOpened("bidv"))
                .whenReported(disburse("100.001", "USD", "bidv"))
                .records(disbursed("100.001", "USD", "bidv"),
                        new RuleBreachNoted(PROJECT, "funding.exceeds-approved",
                                Map.of("asked", "100.001 USD", "approved", "100 USD", "disbursed", "0 USD",
                                        "undisbursed",
                                        "100 USD"),
                                3, PAID_ON),
                        new RuleBreachNoted(PROJECT, "funding.exceeds-cash",
                                Map.of("asked", "100.001 USD", "account", "bidv", "cash", "0 USD"), 3, PAID_ON));
    }

    @Test
    void a_report_may_give_money_back_with_a_negative_sign() {
        given(registered(), approved("100", "USD"), disbursed("100", "USD")).whenReported(disburse("-20", "USD"))
                .records(disbursed("-20", "USD"));
        given(registered(), approved("100", "USD"), disbursed("100", "USD"), disbursed("-20", "USD"))
                .when(disburse("20", "USD")).accepted();
    }

    @Test
    void a_donors_own_report_is_not_bound_by_the_recipients_approval() {
        given(registered(Perspective.DONOR)).whenReported(disburse("150", "USD")).records(disbursed("150", "USD"));
        given(registered(Perspective.INTERMEDIARY)).whenReported(receive("150", "USD")).records(received("150", "USD"));
    }

    @Test
    void what_is_approved_of_one_currency_pays_nothing_in_another() {
        given(registered(), approved("100", "USD")).when(disburse("1", "EUR")).refused("funding.exceeds-approved");
    }

    @Test
    void a_later_decision_adds_to_what_is_approved() {
        given(registered(), approved("100", "USD"), approved("50", "USD")).when(disburse("150", "USD")).accepted();
    }

    @Test
    void a_payment_by_the_donor_is_neither_cash_nor_disbursed_but_uses_up_commitments() {
        var paid = given(registered(), approved("100", "USD"), committed("150", "USD"),
                spent(PaidFrom.DONOR, "120", "USD", null));
        paid.when(disburse("30", "USD")).accepted();
        paid.when(disburse("31", "USD")).refused("funding.exceeds-commitments");
    }

    @Test
    void commitments_in_and_out_are_compared_with_the_outflow_together() {
        given(registered(Perspective.DONOR), committed(Direction.OUT, "100", "USD"), disbursed("90", "USD"))
                .when(disburse("20", "USD")).refused("funding.exceeds-commitments");
        given(registered(Perspective.DONOR), committed(Direction.OUT, "100", "USD"), disbursed("90", "USD"),
                committed(Direction.IN, "10", "USD")).when(disburse("20", "USD")).accepted();
    }

    @Test
    void a_currency_without_commitments_is_not_compared_with_them() {
        given(registered(Perspective.DONOR), committed(Direction.OUT, "100", "EUR")).when(disburse("20", "USD"))
                .accepted();
    }

    @Test
    void a_refund_pays_no_more_than_the_account_holds() {
        var received =
                given(registered(), approved("100", "USD"), accountOpened("bidv"), received("50", "USD", "bidv"));
        received.when(refund("50.01", "USD", "bidv")).refused("funding.exceeds-cash");
        received.when(refund("50", "USD", "bidv")).accepted();
    }

    @Test
    void an_advance_returned_is_no_more_than_is_outstanding() {
        var advanced =
                given(registered(), approved("100", "USD"), accountOpened("bidv"), received("100", "USD", "bidv"),
                        advanced("60", "USD", "bidv"), spent(ADVANCE, "40", "USD", null));
        advanced.when(returnAdvance("20.01", "USD", "bidv")).refused("funding.exceeds-advances");
        advanced.when(returnAdvance("20", "USD", "bidv")).accepted();
    }

    @ParameterizedTest
    @CsvSource({"2020-09-16, decree-93-2009", "2020-09-17, decree-80-2020", "2025-12-07, decree-80-2020",
        "2025-12-08, decree-313-2025"})
    void an_approval_is_judged_by_the_rules_of_its_own_date(LocalDate date, String ruleSet) {
        var command =
                new ApproveAid(PROJECT, DocumentRef.of("1/QĐ"), "UBND", null, List.of(Money.of("1", "USD")), date);
        var relief = new ProjectRegistered(PROJECT, "VN-1", null, "Relief", AidKind.EMERGENCY_RELIEF,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(DONOR), null, null, List.of(), List.of(), null,
                null, date);
        var events = given(relief).when(command).events();
        assertThat(((AidApproved) events.getFirst()).ruleSet()).isEqualTo(ruleSet);
    }

    @Test
    void events_that_move_money_are_booked_in_the_month_they_were_true() {
        assertThat(given(registered()).with(MetadataKeys.REASON, "letter").when(pledge("1", "USD")).metadata())
                .containsExactly(
                        Map.of("actor", "lan", "way", "DECIDED", "reason", "letter", "bookingPeriod", "2026-03"));
        assertThat(given().when(register()).metadata()).containsExactly(Map.of("actor", "lan", "way", "DECIDED"));
        assertThat(given(registered(), approved("1", "USD"))
                .whenReported(receive("1", "USD", null, Scenario.TODAY.plusMonths(1)))
                .metadata()).containsExactly(Map.of("actor", "lan", "way", "REPORTED", "bookingPeriod", "2026-04"),
                        Map.of("actor", "lan", "way", "REPORTED"));
    }

    @Test
    void clearing_returning_and_spending_keep_the_worked_example() {
        var state =
                stateAfter(registered(), approved("100", "USD"), accountOpened("bidv"), received("100", "USD", "bidv"),
                        advanced("60", "USD", "bidv"), spent(ADVANCE, "40", "USD", null), returned("20", "USD", "bidv"),
                        spent(ACCOUNT, "30", "USD", "bidv"));
        var usd = Currency.of("USD");
        assertThat(state.cash("bidv", usd)).isEqualTo(Money.of("30", "USD"));
        assertThat(state.total(Measure.DISBURSED, usd)).isEqualTo(Money.of("70", "USD"));
        assertThat(state.total(Measure.APPROVED, usd).minus(state.total(Measure.DISBURSED, usd)))
                .isEqualTo(Money.of("30", "USD"));
        assertThat(state.total(Measure.ADVANCES, usd)).isEqualTo(Money.of("0", "USD"));
        assertThat(state.total(Measure.EXPENDITURE, usd)).isEqualTo(Money.of("70", "USD"));
    }
}
