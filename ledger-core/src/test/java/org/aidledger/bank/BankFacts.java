package org.aidledger.bank;

import static org.aidledger.testing.Scenario.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.BankCommand.WithdrawMatch;
import org.aidledger.bank.BankCommand.WithdrawStatement;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.testing.Scenario;

/**
 * The vocabulary of tests on bank statements, about one made-up account: January opens at 0 and has two lines, 100 in (number 1)
 * and 30 out (number 2); the ledger has entry 11, 100 received on the 5th, and entry 12, 30 paid on the 10th.
 */
public final class BankFacts {

    public static final StatementAccount ACCOUNT = new StatementAccount("PRJ-1", "bidv-usd", Currency.of("USD"));
    public static final BankStatementId STATEMENTS = ACCOUNT.id();
    public static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    public static final LocalDate TO = LocalDate.of(2026, 1, 31);
    public static final LocalDate NEXT_FROM = LocalDate.of(2026, 2, 1);
    public static final LocalDate NEXT_TO = LocalDate.of(2026, 2, 28);
    public static final CashEntry RECEIVED = entry(11, "minh", "2026-01-05", "100");
    public static final CashEntry PAID = entry(12, "minh", "2026-01-10", "-30");

    private static final DocumentRef FILE = new DocumentRef("january.csv", "5e".repeat(32));
    private static final DocumentRef NEXT_FILE = new DocumentRef("february.csv", "6f".repeat(32));

    private BankFacts() {
    }

    /** The ledger has both entries, posted by somebody else than who acts. */
    public static Scenario<BankCommand, BankEvent> given(BankEvent... past) {
        Scenario<BankCommand, BankEvent> empty = Scenario.of(BankStatement.class, BankStatements.COMMAND_NAME, past);
        return empty.where(RECEIVED).where(PAID);
    }

    public static CashEntry entry(long index, String postedBy, String date, String amount) {
        return new CashEntry(index, postedBy, List.of(new CashMove(LocalDate.parse(date), new BigDecimal(amount))));
    }

    public static Tag cash() {
        return BankTags.cash(ACCOUNT);
    }

    public static Tag reconciledBy(String actor) {
        return BankTags.reconciled(ACCOUNT, new ActorId(actor));
    }

    public static StatementLine line(String date, String amount, String reference) {
        return new StatementLine(LocalDate.parse(date), null, new BigDecimal(amount), reference, null, null);
    }

    public static RecordStatement january() {
        return record(FROM, TO, "0", "70", line("2026-01-05", "100", "BC-1"), line("2026-01-11", "-30", "PC-1"));
    }

    public static RecordStatement record(LocalDate from, LocalDate to, String opening, String closing,
            StatementLine... lines) {
        return new RecordStatement(ACCOUNT, from, to, usd(opening), usd(closing), List.of(lines), FILE);
    }

    public static RecordStatement february(String opening, LocalDate from) {
        return new RecordStatement(ACCOUNT, from, NEXT_TO, usd(opening), usd(opening), List.of(), NEXT_FILE);
    }

    /** January with its lines, as recorded. */
    public static BankEvent[] recorded(BankEvent... more) {
        BankEvent[] statement = {
            new BankStatementRecorded(STATEMENTS, ACCOUNT, FROM, TO, usd("0"), usd("70"), 1, 2, FILE, TO),
            recordedLine(1, "2026-01-05", "100", "BC-1"), recordedLine(2, "2026-01-11", "-30", "PC-1")};
        var all = new BankEvent[statement.length + more.length];
        System.arraycopy(statement, 0, all, 0, statement.length);
        System.arraycopy(more, 0, all, statement.length, more.length);
        return all;
    }

    private static StatementLineRecorded recordedLine(long number, String date, String amount, String reference) {
        LocalDate day = LocalDate.parse(date);
        return new StatementLineRecorded(STATEMENTS, number, day, null, usd(amount), reference, null, null, day);
    }

    /** February without movements. */
    public static BankStatementRecorded recordedFebruary() {
        return new BankStatementRecorded(STATEMENTS, ACCOUNT, NEXT_FROM, NEXT_TO, usd("70"), usd("70"), 3, 0,
                NEXT_FILE, NEXT_TO);
    }

    public static LinesMatched matched(long match, long line, CashEntry entry) {
        return new LinesMatched(STATEMENTS, match, List.of(line), List.of(entry), TODAY);
    }

    public static MatchWithdrawn withdrawn(long match) {
        return new MatchWithdrawn(STATEMENTS, match, "another payment", TODAY);
    }

    public static StatementReconciled reconciled(String ledger, Difference... differences) {
        return new StatementReconciled(STATEMENTS, TO, usd("70"), usd(ledger), 1_000, List.of(differences), TODAY);
    }

    public static MatchLines match(List<Long> lines, List<Long> entries) {
        return new MatchLines(STATEMENTS, lines, entries, TODAY);
    }

    public static WithdrawMatch withdraw(long match, String reason) {
        return new WithdrawMatch(STATEMENTS, match, reason, TODAY);
    }

    public static WithdrawStatement withdraw(LocalDate to) {
        return new WithdrawStatement(STATEMENTS, to, "of another account", TODAY);
    }

    public static ReconcileStatement reconcile(String ledger, Difference... differences) {
        return reconcile(TO, 1_000, ledger, differences);
    }

    public static ReconcileStatement reconcile(LocalDate to, long size, String ledger, Difference... differences) {
        return new ReconcileStatement(STATEMENTS, to, usd(ledger), size, List.of(differences), TODAY);
    }

    public static Difference lineOpen(long line, String amount, String explanation) {
        return new Difference(Difference.Kind.LINE, line, new BigDecimal(amount), explanation);
    }

    public static Difference entryOpen(long index, String amount) {
        return new Difference(Difference.Kind.ENTRY, index, new BigDecimal(amount), "not yet with the bank");
    }

    public static Difference openingOf(String amount, String explanation) {
        return new Difference(Difference.Kind.OPENING, null, new BigDecimal(amount), explanation);
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
