package org.aidledger.bank;

import static org.aidledger.project.ProjectFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.CashMovements;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

/** What moves cash on an account, and who may post it once a statement of the account is reconciled; seen from the project. */
class PostingOnStatementsTest {

    private static final StatementAccount ACCOUNT =
            new StatementAccount(PROJECT.value(), "bidv", Currency.of("USD"));
    private static final Tag RECONCILED_BY_HER = BankTags.reconciled(ACCOUNT, new ActorId(Scenario.ACTOR));
    private static final Tag RECONCILED_BY_ANOTHER = BankTags.reconciled(ACCOUNT, new ActorId("minh"));

    private static StatementReconciled reconciledThrough(LocalDate to) {
        return new StatementReconciled(ACCOUNT.id(), to, Money.of("0", "USD"), Money.of("0", "USD"), 7, List.of(),
                Scenario.TODAY);
    }

    @Test
    void who_reconciled_a_statement_does_not_post_on_its_account_up_to_its_last_day() {
        var open = given(registered(), approved("100", "USD"), accountOpened("bidv"));
        open.where(RECONCILED_BY_HER, 7, reconciledThrough(PAID_ON)).when(receive("10", "USD", "bidv", PAID_ON))
                .refused("segregation.reconciled-statement");
        open.where(RECONCILED_BY_HER, 7, reconciledThrough(PAID_ON.minusDays(1)))
                .when(receive("10", "USD", "bidv", PAID_ON)).accepted();
        open.where(RECONCILED_BY_ANOTHER, 7, reconciledThrough(PAID_ON)).when(receive("10", "USD", "bidv", PAID_ON))
                .accepted();
        open.where(RECONCILED_BY_HER, 7, reconciledThrough(PAID_ON))
                .whenReported(receive("10", "USD", "bidv", PAID_ON)).accepted();
    }

    @Test
    void a_posting_on_another_account_is_her_own_affair() {
        given(registered(), approved("100", "USD"), accountOpened("bidv"), accountOpened("vcb"))
                .where(RECONCILED_BY_HER, 7, reconciledThrough(PAID_ON)).when(receive("10", "USD", "vcb", PAID_ON))
                .accepted();
    }

    @Test
    void a_movement_is_in_the_cash_of_its_account_with_its_sign() {
        assertThat(CashMovements.of(received("100", "USD", "bidv"))).containsExactly(moved("bidv", "USD", "100"));
        assertThat(CashMovements.of(disbursed("60", "USD", "bidv"))).containsExactly(moved("bidv", "USD", "-60"));
        assertThat(CashMovements.of(received("100", "USD", null))).isEmpty();
        assertThat(CashMovements.of(approved("100", "USD"))).isEmpty();
    }

    @Test
    void an_exchange_and_a_transfer_move_two() {
        assertThat(CashMovements.of(new FundsExchanged(PROJECT, Money.of("4", "USD"), "bidv",
                Money.of("100000", "VND"), "vnd", new BigDecimal("25000"), "BIDV", null, null, PAID_ON)))
                .containsExactly(moved("bidv", "USD", "-4"), moved("vnd", "VND", "100000"));
        assertThat(CashMovements.of(new FundsTransferred(PROJECT, Money.of("4", "USD"), "bidv", "vcb", null, null,
                PAID_ON))).containsExactly(moved("bidv", "USD", "-4"), moved("vcb", "USD", "4"));
    }

    @Test
    void a_correction_takes_back_and_enters_anew() {
        var corrected = new EntryCorrected(PROJECT, 2, "DC-1", CorrectionReason.values()[0], "a slip",
                received("100", "USD", "bidv"), received("120", "USD", "vcb"), null, Scenario.TODAY);
        assertThat(CashMovements.of(corrected)).containsExactly(moved("bidv", "USD", "-100"),
                moved("vcb", "USD", "120"));
    }

    private static AccountMove moved(String account, String currency, String amount) {
        return new AccountMove(new StatementAccount(PROJECT.value(), account, Currency.of(currency)),
                new CashMove(PAID_ON, new BigDecimal(amount)));
    }
}
