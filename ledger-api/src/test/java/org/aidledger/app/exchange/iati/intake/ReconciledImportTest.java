package org.aidledger.app.exchange.iati.intake;

import static org.aidledger.app.exchange.iati.intake.Xml.activity;
import static org.aidledger.app.exchange.iati.intake.Xml.file;
import static org.aidledger.app.exchange.iati.intake.Xml.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.bank.StatementLine;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.Outcome.Recorded;
import org.aidledger.gateway.Outcome.Refused;
import org.aidledger.gateway.Request;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that takes back cash of an account is seen by whoever reconciles that account's bank statement. */
class ReconciledImportTest {

    private static final LocalDate PAID = LocalDate.of(2024, 5, 6);
    private static final LocalDate TO = LocalDate.of(2024, 5, 31);
    private static final LocalDate LATER = LocalDate.of(2024, 6, 3);
    private static final Money NOTHING = Money.of("0", "USD");
    private static final Money FIVE = Money.of("5", "USD");
    private static final Request OFFICER = Request.of("officer", Way.REPORTED, "rest");
    private static final Request ACCOUNTANT = Request.of("accountant", Way.DECIDED, "rest");

    private ImportingLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ImportingLedger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void nobody_reconciles_on_figures_from_before_a_file_took_back_cash_of_the_account() throws Exception {
        ledger.run("a.xml", file(activity("A", transaction("1", "5"))));
        Entry received = ledger.entries(0).stream().filter(one -> one.payload() instanceof FundsReceived).findFirst()
                .orElseThrow();
        var flow = (FundsReceived) received.payload();
        var account = new StatementAccount(flow.project().value(), "bidv", Currency.of("USD"));
        recorded(new OpenAidAccount(flow.project(), "bidv", "BIDV", "741-10", PAID), OFFICER);
        Recorded corrected = recorded(new CorrectEntry(flow.project(), received.version(), "DC-1",
                CorrectionReason.WRONG_ACCOUNT, "it came to the account at BIDV",
                new FundsReceived(flow.project(), flow.from(), FIVE, "bidv", null, null, PAID), null, LATER), OFFICER);
        recorded(new RecordStatement(account, PAID, TO, NOTHING, FIVE,
                List.of(new StatementLine(PAID, null, new BigDecimal("5"), "BC-1", null, null)),
                DocumentRef.of("may.csv")), ACCOUNTANT);
        recorded(new MatchLines(account.id(), List.of(1L), List.of(corrected.firstIndex()), LATER), ACCOUNTANT);
        long before = ledger.size();

        assertThat(ledger.run("b.xml", file(activity("A"))).outcome()).isEqualTo(Outcome.IMPORTED);

        assertThat(ledger.ledger.gateway().send(reconcile(account, FIVE, before, List.of()), ACCOUNTANT))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
                        .extracting(Refusal::code).containsExactly("bank.figures-outdated"));
        long takenBack = ledger.entries(before).stream().filter(one -> one.payload() instanceof EntryCorrected)
                .map(Entry::index).findFirst().orElseThrow();
        recorded(reconcile(account, NOTHING, ledger.size(), List.of(new Difference(Difference.Kind.ENTRY, takenBack,
                new BigDecimal("-5"), "the donor no longer reports it"))), ACCOUNTANT);
        ledger.assertSound();
    }

    private static ReconcileStatement reconcile(StatementAccount account, Money inLedger, long size,
            List<Difference> differences) {
        return new ReconcileStatement(account.id(), TO, inLedger, size, differences, LATER);
    }

    private Recorded recorded(LedgerCommand command, Request who) {
        var outcome = ledger.ledger.gateway().send(command, who);
        assertThat(outcome).isInstanceOf(Recorded.class);
        return (Recorded) outcome;
    }
}
