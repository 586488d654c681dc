package org.aidledger.view.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.ProjectBalance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An account of 1,000 before its first statement; January with a receipt and a payment; February with what came late. */
class BankAccountsTest {

    private static final ProjectId PROJECT = new ProjectId("PRJ-1");
    private static final StatementAccount ACCOUNT = new StatementAccount("PRJ-1", "bidv", Currency.of("USD"));
    private static final BankStatementId STATEMENTS = ACCOUNT.id();
    private static final Party DONOR = Party.named("A donor");
    private static final DocumentRef FILE = new DocumentRef("statement.csv", "5e".repeat(32));
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);

    private static final TestLog LOG = new TestLog();
    private static final BankAccounts BANK = new BankAccounts(LOG.app());
    private static long beforeFebruary;
    private static long received;
    private static long paid;
    private static long corrected;

    @BeforeAll
    static void live() {
        append("PRJ-1", new AidAccountOpened(PROJECT, "bidv", "BIDV", "741", LocalDate.of(2025, 11, 1)));
        append("PRJ-1", receipt("1000", "2025-12-01", "GBC-0"));
        received = append("PRJ-1", receipt("80", "2026-01-05", "GBC-1"));
        corrected = append("PRJ-1", new EntryCorrected(PROJECT, 2, "DC-1", CorrectionReason.WRONG_AMOUNT, "a slip",
                receipt("80", "2026-01-05", "GBC-1"), receipt("100", "2026-01-05", "GBC-1"), null,
                LocalDate.of(2026, 1, 9)));
        paid = append("PRJ-1", refund("30", "2026-01-30", "UNC-1"));
        statement("2026-01-01", JANUARY, "1000", "1100", 1, 1);
        line(1, "2026-01-06", "100", "GBC 1");
        append(STATEMENTS.value(), match(1, List.of(1L), entry(received, "2026-01-05", "80"),
                entry(corrected, "2026-01-05", "20")));
        append(STATEMENTS.value(), new MatchWithdrawn(STATEMENTS, 1, "to be looked at again", JANUARY));
        append(STATEMENTS.value(), match(2, List.of(1L), entry(received, "2026-01-05", "80"),
                entry(corrected, "2026-01-05", "20")));
        append(STATEMENTS.value(), new StatementReconciled(STATEMENTS, JANUARY, usd("1100"), usd("1070"), LOG.size(),
                List.of(new Difference(Difference.Kind.ENTRY, paid, new BigDecimal("-30"), "in transit")), JANUARY));
        beforeFebruary = LOG.size();
        statement("2026-02-01", LocalDate.of(2026, 2, 20), "1100", "1100", 2, 0);
        append(STATEMENTS.value(), new StatementWithdrawn(STATEMENTS, LocalDate.of(2026, 2, 20), "cut short", JANUARY));
        statement("2026-02-01", FEBRUARY, "1100", "1065", 2, 2);
        line(2, "2026-02-02", "-30", "unc1");
        line(3, "2026-02-27", "-5", "fee");
        append(STATEMENTS.value(), match(3, List.of(2L), entry(paid, "2026-01-30", "-30")));
        TestView.build(new BankProjection(), LOG.app(), LOG.entries(), 3);
        TestView.build(new BalanceProjection(), LOG.app(), LOG.entries(), 7);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static Movement receipt(String amount, String date, String voucher) {
        return new FundsReceived(PROJECT, DONOR, usd(amount), "bidv", DocumentRef.of(voucher), null,
                LocalDate.parse(date));
    }

    private static Movement refund(String amount, String date, String voucher) {
        return new FundsRefunded(PROJECT, DONOR, usd(amount), "bidv", DocumentRef.of(voucher), null,
                LocalDate.parse(date));
    }

    private static void statement(String from, LocalDate to, String opening, String closing, long first, long lines) {
        append(STATEMENTS.value(), new BankStatementRecorded(STATEMENTS, ACCOUNT, LocalDate.parse(from), to,
                usd(opening), usd(closing), first, lines, FILE, to));
    }

    private static void line(long number, String date, String amount, String reference) {
        LocalDate day = LocalDate.parse(date);
        append(STATEMENTS.value(), new StatementLineRecorded(STATEMENTS, number, day, null, usd(amount), reference,
                null, null, day));
    }

    private static LinesMatched match(long number, List<Long> lines, CashEntry... entries) {
        return new LinesMatched(STATEMENTS, number, lines, List.of(entries), JANUARY);
    }

    private static CashEntry entry(long index, String date, String amount) {
        return new CashEntry(index, "lan",
                List.of(new CashMove(LocalDate.parse(date), new BigDecimal(amount))));
    }

    private static long append(String stream, LedgerEvent event) {
        return LOG.append(stream, Map.of(MetadataKeys.ACTOR, "lan"), event).index();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static BankPosition on(LocalDate day, @Nullable Long known) {
        return BANK.history(STATEMENTS.value(), AsOf.of(null, known)).flatMap(one -> BankPosition.of(one, day))
                .orElseThrow();
    }

    @Test
    void on_the_last_day_of_january_the_payment_had_not_reached_the_bank() {
        for (long known : new long[] {beforeFebruary, LOG.size()}) {
            BankPosition january = on(JANUARY, known);
            assertThat(january.bank()).isEqualByComparingTo("1100");
            assertThat(january.ledger()).isEqualByComparingTo("1070");
            assertThat(january.opening()).isZero();
            assertThat(january.lines()).isEmpty();
            assertThat(january.entries()).extracting(one -> one.entry().index()).containsExactly(paid);
            assertThat(january.matched()).singleElement().satisfies(pair -> {
                assertThat(pair.match().number()).isEqualTo(2);
                assertThat(pair.entries()).hasSize(2);
            });
            assertThat(january.reconciled()).isNotNull();
        }
        assertThat(on(JANUARY, beforeFebruary).entries().getFirst().match()).isNull();
        assertThat(on(JANUARY, null).entries().getFirst().match()).isNotNull();
    }

    @Test
    void in_february_the_payment_is_matched_and_the_fee_has_no_entry() {
        BankPosition february = on(FEBRUARY, null);
        assertThat(february.lines()).extracting(one -> one.line().number()).containsExactly(3L);
        assertThat(february.entries()).isEmpty();
        assertThat(february.difference()).isEqualByComparingTo("-5");
        assertThat(february.reconciled()).isNull();
        assertThat(on(LocalDate.of(2026, 2, 10), null).bank()).isEqualByComparingTo("1070");
        assertThat(on(LocalDate.of(2030, 1, 1), null).date()).isEqualTo(FEBRUARY);
    }

    @Test
    void what_lies_between_the_two_is_the_difference_on_every_day_and_at_every_number_of_events() {
        for (long known = beforeFebruary - 5; known <= LOG.size(); known++) {
            for (LocalDate day = LocalDate.of(2026, 1, 1); !day.isAfter(FEBRUARY); day = day.plusDays(1)) {
                var history = BANK.history(STATEMENTS.value(), AsOf.of(null, known)).orElseThrow();
                BankPosition position = BankPosition.of(history, day).orElseThrow();
                BigDecimal between = position.differences(one -> "").stream()
                        .map(one -> one.kind() == Difference.Kind.ENTRY ? one.amount().negate() : one.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(between).as("%s at %s", day, known).isEqualByComparingTo(position.difference());
            }
        }
    }

    @Test
    void the_ledger_s_side_is_the_cash_of_the_balances() {
        Balances balances = new Balances(LOG.app());
        for (long known = beforeFebruary - 5; known <= LOG.size(); known++) {
            BankPosition january = on(JANUARY, known);
            List<ProjectBalance.Cash> cash = balances.ofProject("PRJ-1", AsOf.of(JANUARY, known)).cash();
            assertThat(cash).singleElement()
                    .satisfies(one -> assertThat(one.amount()).isEqualByComparingTo(january.ledger()));
        }
    }

    @Test
    void the_accounts_are_listed_as_they_were_known() {
        assertThat(BANK.all(null).accounts()).singleElement().satisfies(one -> {
            assertThat(one.account()).isEqualTo(ACCOUNT);
            assertThat(one.to()).isEqualTo(FEBRUARY);
            assertThat(one.reconciledTo()).isEqualTo(JANUARY);
        });
        assertThat(BANK.all(beforeFebruary + 1).accounts()).singleElement()
                .satisfies(one -> assertThat(one.to()).isEqualTo(LocalDate.of(2026, 2, 20)));
        assertThat(BANK.all(beforeFebruary + 2).accounts()).singleElement()
                .satisfies(one -> assertThat(one.to()).isEqualTo(JANUARY));
        assertThat(BANK.all(5L).accounts()).isEmpty();
        assertThat(BANK.history(STATEMENTS.value(), AsOf.of(null, 5L))).isEmpty();
        assertThat(BANK.isOpened("PRJ-1", "bidv")).isTrue();
        assertThat(BANK.isOpened("PRJ-1", "vcb")).isFalse();
    }

    @Test
    void a_day_before_the_first_statement_has_no_position() {
        var history = BANK.history(STATEMENTS.value(), AsOf.now()).orElseThrow();
        assertThat(BankPosition.of(history, LocalDate.of(2025, 12, 31))).isEmpty();
    }
}
