package org.aidledger.bank;

import static org.aidledger.bank.BankFacts.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Currency;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

class BankStatementTest {

    private static final StatementWithdrawn WITHDRAWN =
            new StatementWithdrawn(STATEMENTS, TO, "of another account", Scenario.TODAY);

    @Test
    void each_command_becomes_its_events() {
        given().when(january()).records(recorded());
        given(recorded()).when(match(List.of(1L), List.of(11L))).records(matched(1, 1, RECEIVED));
        given(recorded(matched(1, 1, RECEIVED))).when(withdraw(1, "another payment")).records(withdrawn(1));
        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID))).when(reconcile("70"))
                .records(new StatementReconciled(STATEMENTS, TO, usd("70"), usd("70"), 1_000, List.of(),
                        Scenario.TODAY));
        given(recorded()).when(withdraw(TO)).records(WITHDRAWN);
    }

    @Test
    void the_same_file_again_changes_nothing_however_it_is_named() {
        given(recorded(matched(1, 1, RECEIVED))).when(january()).changesNothing();
        given(recorded(matched(1, 1, RECEIVED))).whenReported(january()).changesNothing();
        given(recorded()).when(record(FROM, TO, "0", "1", line("2026-01-05", "1", "BC-1")))
                .refused("bank.overlaps", "bank.opening-differs");
    }

    @Test
    void a_statement_that_was_withdrawn_is_recorded_anew_under_new_numbers() {
        var events = given(recorded(WITHDRAWN)).when(january()).accepted().events();
        assertThat(((BankStatementRecorded) events.getFirst()).firstLine()).isEqualTo(3);
        assertThat(events).filteredOn(StatementLineRecorded.class::isInstance)
                .extracting(event -> ((StatementLineRecorded) event).line()).containsExactly(3L, 4L);
        given(recorded(WITHDRAWN)).when(match(List.of(1L), List.of(11L))).refused("bank.line-unknown");
    }

    @Test
    void nothing_is_matched_before_there_is_a_statement() {
        given().when(match(List.of(1L), List.of(11L))).refused("stream.not-registered");
    }

    @Test
    void an_entry_and_its_correction_are_matched_together() {
        CashEntry wrong = entry(20, "minh", "2026-01-05", "80");
        CashEntry correction = new CashEntry(21, "minh", List.of(new CashMove(LocalDate.parse("2026-01-05"),
                new BigDecimal("-80")), new CashMove(LocalDate.parse("2026-01-05"), new BigDecimal("100.00"))));
        given(recorded()).where(wrong).where(correction).when(match(List.of(1L), List.of(20L, 21L)))
                .records(new LinesMatched(STATEMENTS, 1, List.of(1L), List.of(wrong, correction), Scenario.TODAY));
    }

    @Test
    void entries_that_take_each_other_back_need_no_line() {
        given(recorded()).where(entry(20, "minh", "2026-01-05", "80")).where(entry(21, "minh", "2026-01-05", "-80"))
                .when(match(List.of(), List.of(20L, 21L))).accepted();
        given(recorded()).where(entry(20, "minh", "2026-01-05", "80")).when(match(List.of(), List.of(20L)))
                .refused("bank.amounts-differ");
    }

    @Test
    void a_line_matched_with_an_entry_of_a_later_day_is_a_difference_on_the_last_day() {
        CashEntry later = entry(12, "minh", "2026-02-01", "-30");
        var matched = given(recorded(matched(1, 1, RECEIVED), matched(2, 2, later))).where(later);
        matched.when(reconcile("100")).refused("bank.line-unexplained");
        matched.when(reconcile("100", lineOpen(2, "-30", "entered on 1 February"))).accepted();
    }

    @Test
    void an_entry_that_is_explained_is_not_with_the_bank_yet() {
        var more = given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID)))
                .where(entry(13, "minh", "2026-01-30", "-5"));
        more.when(reconcile("65", entryOpen(13, "-4"))).refused("bank.difference-wrong");
        more.when(reconcile("65", entryOpen(13, "-5"), entryOpen(13, "-5"))).refused("bank.difference-wrong");
        more.when(reconcile("40", entryOpen(12, "-30"))).refused("bank.difference-wrong");
        more.when(reconcile("65", entryOpen(99, "-5"))).refused("bank.entry-unknown");
        more.when(reconcile("65", entryOpen(13, "-5"))).accepted();
    }

    @Test
    void who_posted_an_entry_that_is_explained_does_not_reconcile_either() {
        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID)))
                .where(entry(13, Scenario.ACTOR, "2026-01-30", "-5")).when(reconcile("65", entryOpen(13, "-5")))
                .refused("segregation.posted-on-statement");
    }

    @Test
    void a_delegate_does_not_reconcile_for_who_posted_while_the_delegation_lasts() {
        CashEntry byPrincipal = entry(11, "hoa", "2026-01-05", "100");
        var matched = given(recorded(matched(1, 1, byPrincipal), matched(2, 2, PAID))).where(Tag.administers("quan"), 6,
                new RoleGranted(new ActorStreamId("ACT-hoa"), GrantedRole.ACCOUNTANT, FROM, null,
                        DocumentRef.of("4/QĐ"), FROM));
        matched.when(reconcile("70")).accepted();
        matched.where(Tag.delegated("hoa", Scenario.ACTOR), 7, delegated(Scenario.TODAY)).when(reconcile("70"))
                .refused("segregation.acts-for");
        matched.where(Tag.delegated("hoa", Scenario.ACTOR), 7, delegated(Scenario.TODAY.minusDays(1)))
                .when(reconcile("70")).accepted();
    }

    private static DelegationGiven delegated(LocalDate until) {
        return new DelegationGiven(new ActorStreamId("ACT-hoa"), new ActorId(Scenario.ACTOR), GrantedRole.ACCOUNTANT,
                until.minusDays(30), until, DocumentRef.of("5/QĐ"), until.minusDays(30));
    }

    @Test
    void what_was_reconciled_stays_matched() {
        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID), reconciled("70"))).when(withdraw(1, "wrong"))
                .refused("bank.statement-reconciled");
        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID), reconciled("70"))).when(withdraw(TO))
                .refused("bank.statement-reconciled", "bank.lines-matched", "bank.lines-matched");
    }

    @Test
    void a_line_explained_in_january_is_matched_in_february() {
        given(recorded(matched(1, 1, RECEIVED), reconciled("100", lineOpen(2, "-30", "a fee not yet entered"))))
                .when(match(List.of(2L), List.of(12L))).accepted();
    }

    @Test
    void an_opening_balance_that_the_ledger_does_not_have_is_explained() {
        BankEvent opened = new BankStatementRecorded(STATEMENTS, ACCOUNT, FROM, TO, usd("5"), usd("5"), 1, 0,
                january().document(), TO);
        given(opened).when(reconcile("0")).refused("bank.difference-unexplained");
        var opening = new Difference(Difference.Kind.OPENING, null, new BigDecimal("5"), "from before the ledger");
        given(opened).when(reconcile("0", opening)).accepted();
        given(opened).when(reconcile("0", opening, opening)).refused("bank.difference-wrong");
    }

    @Test
    void nothing_lies_in_the_future() {
        LocalDate tomorrow = Scenario.TODAY.plusDays(1);
        given().when(record(tomorrow, tomorrow, "0", "0")).refused("date.in-future");
        given(recorded()).when(new BankCommand.MatchLines(STATEMENTS, List.of(1L), List.of(11L), tomorrow))
                .refused("date.in-future");
    }

    @Test
    void each_account_has_a_stream_of_its_own() {
        assertThat(ACCOUNT.id().value()).isEqualTo("BNK-1.bidv-usd.USD");
        Currency usd = Currency.of("USD");
        assertThat(new StatementAccount("PRJ-a.b", "c", usd).id())
                .isNotEqualTo(new StatementAccount("PRJ-a", "b.c", usd).id());
        assertThat(new StatementAccount("PRJ-1", "kho bạc", usd).id().value())
                .isEqualTo("BNK-1.kho_0020b_1ea1c.USD");
        assertThatThrownBy(() -> new StatementAccount("PRJ-1", "a".repeat(90), usd).id())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
