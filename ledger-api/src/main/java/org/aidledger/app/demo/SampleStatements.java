package org.aidledger.app.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.Way;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.app.bank.Explanation;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.bank.StatementImport;
import org.aidledger.app.exchange.bank.StatementReport;
import org.aidledger.app.platform.Ledger;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankHistory;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.MatchProposals;

/**
 * Two invented bank statements of the first sample project's account. The first is reconciled, by somebody who posted none of it,
 * with a payment explained that the bank has not carried out; the second is open, with that payment and a fee that the ledger
 * does not have.
 */
public final class SampleStatements {

    private static final String PROJECT = "PRJ-DEMO-01";
    private static final String ACCOUNT = "aid-account";
    private static final String SPRING = """
            kind,date,amount,currency,reference,counterparty,description
            opening,2025-03-01,0.00,USD,,,
            line,2025-03-04,60000.00,USD,GBC-1,Quỹ Suối Nguồn (ví dụ),Viện trợ đợt 1
            line,2025-03-12,-12000.00,USD,UNC-1,Tổ công tác (ví dụ),Tạm ứng
            line,2025-04-08,2400.00,USD,PT-1,Tổ công tác (ví dụ),Hoàn tạm ứng
            closing,2025-04-30,50400.00,USD,,,
            """;
    private static final String MAY = """
            kind,date,amount,currency,reference,counterparty,description
            opening,2025-05-01,50400.00,USD,,,
            line,2025-05-05,36000.00,USD,GBC-2,Quỹ Suối Nguồn (ví dụ),Viện trợ đợt 2
            line,2025-05-30,-15.00,USD,,Kho bạc Nhà nước (ví dụ),Phí quản lý tài khoản
            closing,2025-05-31,86385.00,USD,,,
            """;
    private static final LocalDate FIRST_END = LocalDate.of(2025, 4, 30);
    private static final LocalDate DONE_ON = LocalDate.of(2025, 6, 10);
    private static final long SECOND_TRANCHE = 4;
    private static final LocalDate SECOND_TRANCHE_ON = LocalDate.of(2025, 5, 3);

    private final Ledger ledger;
    private final BankStatementId id = new StatementAccount(PROJECT, ACCOUNT, Currency.of("USD")).id();
    private final Request clerk = Request.of("tuyet", Way.DECIDED, "demo");

    private SampleStatements(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Enters them; the sample portfolio is there already.
     *
     * @throws IllegalStateException when something is not recorded: the sample then breaks a rule it should keep
     */
    public static void load(Ledger ledger) {
        ledger.views().catchUp();
        new SampleStatements(ledger).enter();
    }

    private void enter() {
        var reconciliation = new BankReconciliation(ledger.gateway(), ledger.views().bank(),
                ledger.views().catchingUp());
        record("sao-ke-2025-04.csv", SPRING);
        reconciliation.matchProposed(id, MatchProposals.DAYS, DONE_ON, clerk)
                .forEach(matched -> recorded(matched.outcome()));
        List<Explanation> explanations = history().entries().stream()
                .filter(entry -> "HĐ-002".equals(entry.reference()))
                .map(entry -> new Explanation(Difference.Kind.ENTRY, entry.index(),
                        "The bank has not carried out the order; asked on 5 May."))
                .toList();
        recorded(reconciliation.reconcile(id, FIRST_END, explanations, DONE_ON, clerk));
        record("sao-ke-2025-05.csv", MAY);
        ledger.views().catchUp();
        // Entered with the wrong amount and corrected: together they are what the bank has.
        List<Long> tranche = history().entries().stream().filter(entry -> entry.date().equals(SECOND_TRANCHE_ON))
                .map(LedgerEntry::index).toList();
        recorded(ledger.gateway().send(new MatchLines(id, List.of(SECOND_TRANCHE), tranche, DONE_ON), clerk));
    }

    private BankHistory history() {
        return ledger.views().bank().history(id.value(), AsOf.now()).orElseThrow();
    }

    private void record(String name, String csv) {
        try {
            StatementReport report = new StatementImport(ledger).run(
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), name, PROJECT, ACCOUNT,
                    new Submitter(clerk.actor(), clerk.channel()), false);
            if (report.outcome() != StatementReport.Outcome.IMPORTED) {
                throw new IllegalStateException("the sample's statement gave " + report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static void recorded(Outcome outcome) {
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException("the sample's bank statement gave " + outcome);
        }
    }
}
