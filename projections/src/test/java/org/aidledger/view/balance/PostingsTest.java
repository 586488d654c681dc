package org.aidledger.view.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.Consumption;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.MoneyEvent.ServicesReceived;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostingsTest {

    private static final ProjectId PROJECT = new ProjectId("PRJ-1");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final IatiFlow IATI = new IatiFlow("3", null, null, null, null, null, null, null, Map.of());
    private static final Party DONOR = Party.named("Donor");

    @ParameterizedTest
    @MethodSource("the_table_of_accounts")
    void each_movement_posts_what_the_table_of_accounts_says(Movement movement, String debits, String credits) {
        List<Posting> postings = Postings.of(entry(0, movement));

        assertThat(accounts(postings, 1)).isEqualTo(debits);
        assertThat(accounts(postings, -1)).isEqualTo(credits);
    }

    static Stream<Arguments> the_table_of_accounts() {
        return Stream.of(
                Arguments.of(new AidPledged(PROJECT, Direction.IN, DONOR, usd("5"), null, null, DAY), "PLEDGE_IN",
                        "PLEDGE_MEMO"),
                Arguments.of(new AidPledged(PROJECT, Direction.OUT, DONOR, usd("5"), null, null, DAY), "PLEDGE_OUT",
                        "PLEDGE_MEMO"),
                Arguments.of(new CommitmentSigned(PROJECT, Direction.IN, DONOR, usd("5"), null, null, DAY),
                        "COMMITMENT_IN",
                        "COMMITMENT_MEMO"),
                Arguments.of(new CommitmentSigned(PROJECT, Direction.OUT, DONOR, usd("5"), null, null, DAY),
                        "COMMITMENT_OUT",
                        "COMMITMENT_MEMO"),
                Arguments.of(received("5", "bank"), "CASH", "GRANT_INCOME"),
                Arguments.of(received("5", null), "REPORTED_FUNDING", "REPORTED_INCOME"),
                Arguments.of(disbursed(DisbursementPurpose.ADVANCE, "5", "bank"), "ADVANCES DISBURSED",
                        "CASH DISBURSEMENT_MEMO"),
                Arguments.of(disbursed(DisbursementPurpose.PAYMENT, "5", "bank"), "TRANSFERS_OUT DISBURSED",
                        "CASH DISBURSEMENT_MEMO"),
                Arguments.of(disbursed(DisbursementPurpose.PAYMENT, "5", null), "TRANSFERS_OUT DISBURSED",
                        "REPORTED_FUNDING DISBURSEMENT_MEMO"),
                Arguments.of(disbursed(DisbursementPurpose.ADVANCE, "5", null), "ADVANCES DISBURSED",
                        "REPORTED_FUNDING DISBURSEMENT_MEMO"),
                Arguments.of(new AdvanceReturned(PROJECT, null, usd("5"), "bank", null, null, DAY),
                        "CASH DISBURSEMENT_MEMO",
                        "ADVANCES DISBURSED"),
                Arguments.of(spent(PaidFrom.ACCOUNT, "5", "bank", null), "EXPENDITURE DISBURSED",
                        "CASH DISBURSEMENT_MEMO"),
                Arguments.of(spent(PaidFrom.ACCOUNT, "5", null, IATI), "EXPENDITURE DISBURSED",
                        "REPORTED_FUNDING DISBURSEMENT_MEMO"),
                Arguments.of(spent(PaidFrom.OWN_FUNDS, "5", null, IATI), "EXPENDITURE", "REPORTED_FUNDING"),
                Arguments.of(spent(PaidFrom.ADVANCE, "5", "bank", null), "EXPENDITURE", "ADVANCES"),
                Arguments.of(spent(PaidFrom.DONOR, "5", null, null), "EXPENDITURE", "GRANT_DIRECT"),
                Arguments.of(spent(PaidFrom.DONOR, "5", null, IATI), "EXPENDITURE", "REPORTED_FUNDING"),
                Arguments.of(new FundsRefunded(PROJECT, DONOR, usd("5"), "bank", null, null, DAY), "REFUNDS", "CASH"),
                Arguments.of(new FundsRefunded(PROJECT, DONOR, usd("5"), null, null, null, DAY), "REFUNDS",
                        "REPORTED_FUNDING"),
                Arguments.of(new OtherFlowReported(PROJECT, usd("5"), IATI, DAY), "", ""));
    }

    @ParameterizedTest
    @MethodSource("the_table_of_accounts_for_promises_income_and_goods")
    void each_other_movement_posts_what_the_table_says(Movement movement, String debits, String credits) {
        List<Posting> postings = Postings.of(entry(0, movement));

        assertThat(accounts(postings, 1)).isEqualTo(debits);
        assertThat(accounts(postings, -1)).isEqualTo(credits);
        balanced(postings);
    }

    static Stream<Arguments> the_table_of_accounts_for_promises_income_and_goods() {
        return Stream.of(
                Arguments.of(new PledgeReduced(PROJECT, Direction.IN, DONOR, usd("5"), null, null, DAY), "PLEDGE_MEMO",
                        "PLEDGE_IN"),
                Arguments.of(new PledgeWithdrawn(PROJECT, Direction.OUT, DONOR, usd("5"), null, null, DAY),
                        "PLEDGE_MEMO", "PLEDGE_OUT"),
                Arguments.of(new CommitmentChanged(PROJECT, Direction.OUT, DONOR, usd("-5"), null, IATI, DAY),
                        "COMMITMENT_MEMO", "COMMITMENT_OUT"),
                Arguments.of(new CommitmentChanged(PROJECT, Direction.IN, DONOR, usd("5"), null, null, DAY),
                        "COMMITMENT_IN", "COMMITMENT_MEMO"),
                Arguments.of(new AdvanceCleared(PROJECT, 3, null, usd("5"), null, null, DAY), "EXPENDITURE",
                        "ADVANCES"),
                Arguments.of(new InterestEarned(PROJECT, usd("5"), "bank", null, null, DAY), "CASH",
                        "INTEREST_INCOME"),
                Arguments.of(new InterestEarned(PROJECT, usd("5"), null, null, null, DAY), "REPORTED_FUNDING",
                        "INTEREST_INCOME"),
                Arguments.of(new RecoveryReceived(PROJECT, null, usd("5"), "bank", "INS-1/1", null, null, DAY), "CASH",
                        "RECOVERY_INCOME"),
                Arguments.of(new FundsTransferred(PROJECT, usd("5"), "bank", "other", null, null, DAY), "CASH", "CASH"),
                Arguments.of(new ExchangeDifferenceRecognised(PROJECT, usd("5"), "year end", null, null, DAY),
                        "FX_DIFFERENCE", "EXCHANGE"),
                Arguments.of(new ServicesReceived(PROJECT, DONOR, "expert", BigDecimal.ONE, "day", usd("5"), "contract",
                        null, null, DAY), "EXPENDITURE", "GRANT_IN_KIND"),
                Arguments.of(new GoodsReceived(PROJECT, DONOR, List.of(new GoodsLine("pump", BigDecimal.ONE, "piece")),
                        usd("5"), null, null, DAY), "", ""),
                Arguments.of(new GoodsValued(PROJECT, 3, "pump", new BigDecimal("5"), usd("5"), "invoice", null, null,
                        DAY), "GOODS", "GRANT_IN_KIND"),
                Arguments.of(new GoodsDistributed(PROJECT, 3, "pump", BigDecimal.ONE, usd("5"), null, null, null, DAY),
                        "EXPENDITURE", "GOODS"),
                Arguments.of(new GoodsLost(PROJECT, 3, "pump", BigDecimal.ONE, usd("5"), "flood", null, null, DAY),
                        "GOODS_LOSS", "GOODS"),
                Arguments.of(new GoodsSold(PROJECT, 3, "pump", BigDecimal.ONE, usd("5"), usd("7"), "bank", null, null,
                        null, DAY), "COST_OF_GOODS_SOLD CASH", "GOODS SALE_INCOME"),
                Arguments.of(new FundsReceived(PROJECT, DONOR, usd("5"), "bank", FundingSource.COUNTERPART, null, null,
                        DAY), "CASH", "COUNTERPART"),
                Arguments.of(new ExpenditureRecorded(PROJECT, PaidFrom.ACCOUNT, null, null, usd("5"), "bank",
                        FundingSource.COUNTERPART, null, null, null, DAY), "EXPENDITURE", "CASH"),
                Arguments.of(new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, null, usd("5"), "bank",
                        FundingSource.COUNTERPART, null, null, null, null, DAY), "ADVANCES", "CASH"));
    }

    private static void balanced(List<Posting> postings) {
        Map<Currency, BigDecimal> sums = new HashMap<>();
        postings.forEach(posting -> sums.merge(posting.currency(), posting.amount(), BigDecimal::add));
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void an_exchange_has_two_legs_and_the_difference_never_touches_cash() {
        FundsExchanged exchanged = new FundsExchanged(PROJECT, usd("100"), "usd", Money.of("2545000", "VND"), "vnd",
                new BigDecimal("25450"), "BIDV", null, null, DAY);

        List<Posting> postings = Postings.of(entry(0, exchanged));

        assertThat(postings).extracting(posting -> posting.account() + " " + posting.moneyAccount() + " "
                + posting.amount() + " " + posting.currency())
                .containsExactly("EXCHANGE null 100 USD", "CASH usd -100 USD", "CASH vnd 2545000 VND",
                        "EXCHANGE null -2545000 VND");
        balanced(postings);
        assertThat(Postings.of(entry(1, new ExchangeDifferenceRecognised(PROJECT, usd("-3"), "year end", null, null,
                DAY)))).extracting(Posting::account).containsExactly(Account.FX_DIFFERENCE, Account.EXCHANGE);
    }

    @Test
    void an_amended_approval_takes_the_place_of_the_one_before_and_a_revoked_one_leaves_nothing() {
        DocumentRef decision = DocumentRef.of("2/QĐ");
        AidApproved approved = new AidApproved(PROJECT, DocumentRef.of("1/QĐ"), "UBND", null, List.of(usd("100")),
                "decree-80-2020", DAY);
        ApprovalAmended amended = new ApprovalAmended(PROJECT, 2, decision, "UBND", null, null, List.of(usd("100")),
                List.of(usd("140"), Money.of("7", "VND")), null, List.of(), "decree-80-2020", DAY);
        ApprovalRevoked revoked = new ApprovalRevoked(PROJECT, decision, "UBND", "idle",
                List.of(usd("140"), Money.of("7", "VND")), "decree-80-2020", DAY);

        assertThat(usdFigures(approved, amended)).containsEntry(Measure.APPROVED, new BigDecimal("147"));
        assertThat(usdFigures(approved, amended, revoked).get(Measure.APPROVED)).isEqualByComparingTo("0");
        balanced(Postings.of(entry(0, amended)));
        balanced(Postings.of(entry(0, revoked)));
    }

    @Test
    void goods_valued_at_900_of_which_700_are_given_away_and_100_lost_leave_100_in_stock_and_no_cash() {
        Map<Measure, BigDecimal> figures = usdFigures(
                new GoodsValued(PROJECT, 3, "pump", new BigDecimal("90"), usd("900"), "invoice", null, null, DAY),
                new GoodsDistributed(PROJECT, 3, "pump", BigDecimal.ONE, usd("700"), null, null, null, DAY),
                new GoodsLost(PROJECT, 3, "pump", BigDecimal.ONE, usd("100"), "flood", null, null, DAY));

        assertThat(figures).containsEntry(Measure.GOODS_IN_STOCK, new BigDecimal("100"))
                .containsEntry(Measure.RECEIVED_IN_KIND, new BigDecimal("900"))
                .containsEntry(Measure.EXPENDITURE, new BigDecimal("700"))
                .containsEntry(Measure.CASH_ON_HAND, BigDecimal.ZERO).containsEntry(Measure.RECEIVED, BigDecimal.ZERO);
    }

    @Test
    void counterpart_money_is_cash_and_never_consumes_what_is_approved() {
        Map<Measure, BigDecimal> figures = usdFigures(
                new AidApproved(PROJECT, DocumentRef.of("1/QĐ"), "UBND", null, List.of(usd("100")), "decree-80-2020",
                        DAY),
                new FundsReceived(PROJECT, DONOR, usd("50"), "bank", FundingSource.COUNTERPART, null, null, DAY),
                new ExpenditureRecorded(PROJECT, PaidFrom.ACCOUNT, null, null, usd("20"), "bank",
                        FundingSource.COUNTERPART, null, null, null, DAY));

        assertThat(figures).containsEntry(Measure.UNDISBURSED, new BigDecimal("100"))
                .containsEntry(Measure.CASH_ON_HAND, new BigDecimal("30"))
                .containsEntry(Measure.COUNTERPART_RECEIVED, new BigDecimal("50"))
                .containsEntry(Measure.RECEIVED, BigDecimal.ZERO);
    }

    @Test
    void a_payment_in_dong_consumes_a_dollar_approval_at_the_rate_kept_with_it() {
        FundsDisbursed paid = new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, null,
                Money.of("2545000", "VND"), "vnd", null,
                new Consumption(usd("100"), new BigDecimal("25450"), DAY, "BIDV"), null, null, null, DAY);

        assertThat(Postings.of(entry(0, paid)))
                .extracting(posting -> posting.account() + " " + posting.amount() + " " + posting.currency())
                .containsExactly("TRANSFERS_OUT 2545000 VND", "CASH -2545000 VND", "DISBURSED 100 USD",
                        "DISBURSEMENT_MEMO -100 USD");
    }

    @Test
    void an_entry_moved_to_another_project_is_taken_back_here_only() {
        Movement wrong = received("100", "bank");
        EntryCorrected moved = new EntryCorrected(PROJECT, 0, "BT-1", CorrectionReason.NOT_OURS, "wrong project", wrong,
                null, new ProjectId("PRJ-2"), null, null, DAY);

        assertThat(Postings.of(entry(1, moved))).extracting(posting -> posting.account() + " " + posting.amount())
                .containsExactly("CASH -100", "GRANT_INCOME 100");
    }

    @Test
    void a_chain_of_corrections_ends_at_the_last_entry() {
        Movement first = received("100", "bank");
        Movement second = received("120", "bank");
        Movement third = received("110", "bank");

        assertThat(usdFigures(first, corrected(first, second), corrected(second, third)))
                .containsEntry(Measure.RECEIVED, new BigDecimal("110"))
                .containsEntry(Measure.CASH_ON_HAND, new BigDecimal("110"));
    }

    @Test
    void approve_100_receive_100_advance_60_clear_40_return_20_spend_30_leaves_cash_30_and_disbursed_70() {
        Map<Measure, BigDecimal> figures = usdFigures(
                new AidApproved(PROJECT, DocumentRef.of("1/QĐ"), "UBND", null, List.of(usd("100")), "decree-80-2020",
                        DAY),
                received("100", "bank"),
                disbursed(DisbursementPurpose.ADVANCE, "60", "bank"),
                spent(PaidFrom.ADVANCE, "40", null, null),
                new AdvanceReturned(PROJECT, null, usd("20"), "bank", null, null, DAY),
                spent(PaidFrom.ACCOUNT, "30", "bank", null));

        assertThat(figures).containsEntry(Measure.CASH_ON_HAND, new BigDecimal("30"))
                .containsEntry(Measure.DISBURSED, new BigDecimal("70"))
                .containsEntry(Measure.UNDISBURSED, new BigDecimal("30"))
                .containsEntry(Measure.OUTSTANDING_ADVANCES, new BigDecimal("0"))
                .containsEntry(Measure.EXPENDITURE, new BigDecimal("70"))
                .containsEntry(Measure.AVAILABLE, new BigDecimal("30"));
    }

    @Test
    void a_correction_reverses_what_stood_at_its_own_date_and_enters_the_right_one_at_its_own() {
        Movement wrong = received("100", "bank");
        Movement right = new FundsReceived(PROJECT, DONOR, usd("120"), "bank", null, null, DAY.plusDays(9));

        List<Posting> postings = Postings.of(entry(1, corrected(wrong, right)));

        assertThat(postings)
                .extracting(posting -> posting.account() + " " + posting.amount() + " " + posting.effectiveDate())
                .containsExactly("CASH -100 2025-03-01", "GRANT_INCOME 100 2025-03-01", "CASH 120 2025-03-10",
                        "GRANT_INCOME -120 2025-03-10");
    }

    @Test
    void an_entry_and_its_withdrawal_leave_every_balance_as_it_was() {
        Movement wrong = disbursed(DisbursementPurpose.ADVANCE, "60.10", "bank");

        Map<String, BigDecimal> sums = new TreeMap<>();
        Stream.of(wrong, corrected(wrong, null)).flatMap(event -> Postings.of(entry(0, event)).stream())
                .forEach(posting -> sums.merge(posting.account() + "/" + posting.moneyAccount(), posting.amount(),
                        BigDecimal::add));

        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void a_posting_keeps_the_digits_the_times_and_the_booking_period_of_its_event() {
        Posting posting = Postings.of(entry(7, received("1.50", "bank"))).getFirst();

        assertThat(posting.amount()).isEqualTo(new BigDecimal("1.50"));
        assertThat(posting.effectiveDate()).isEqualTo(DAY);
        assertThat(posting.recordedAt()).isEqualTo(Instant.parse("2025-04-30T18:00:00Z"));
        assertThat(posting.bookingPeriod()).isEqualTo(YearMonth.of(2025, 4));
        assertThat(posting.moneyAccount()).isEqualTo("bank");
        assertThat(posting.donor()).isEqualTo("Donor");
    }

    @Test
    void an_entry_without_a_booking_period_is_booked_in_the_month_it_was_recorded_in_viet_nam() {
        Entry entry = entry(7, received("1", "bank"));
        Entry unbooked = new Entry(7, entry.id(), entry.stream(), 0, DAY, entry.recordedAt(), entry.type(), 1, Map.of(),
                entry.payload());

        assertThat(Postings.of(unbooked).getFirst().bookingPeriod()).isEqualTo(YearMonth.of(2025, 5));
    }

    private static Map<Measure, BigDecimal> usdFigures(LedgerEvent... events) {
        List<Entry> entries = new ArrayList<>();
        for (LedgerEvent event : events) {
            entries.add(entry(entries.size(), event));
        }
        Map<Account, BigDecimal> balances = new HashMap<>();
        entries.forEach(entry -> Postings.of(entry).forEach(
                posting -> balances.merge(posting.account(), posting.amount(), BigDecimal::add)));
        return Measure.ofProject(balances, true);
    }

    private static String accounts(List<Posting> postings, int sign) {
        return String.join(" ", postings.stream().filter(posting -> posting.amount().signum() == sign)
                .map(posting -> posting.account().name()).toList());
    }

    private static FundsReceived received(String amount, @Nullable String account) {
        return new FundsReceived(PROJECT, DONOR, usd(amount), account, null, null, DAY);
    }

    private static FundsDisbursed disbursed(DisbursementPurpose purpose, String amount, @Nullable String account) {
        return new FundsDisbursed(PROJECT, purpose, null, usd(amount), account, null, null, DAY);
    }

    private static ExpenditureRecorded spent(PaidFrom from, String amount, @Nullable String account,
            @Nullable IatiFlow iati) {
        return new ExpenditureRecorded(PROJECT, from, null, null, usd(amount), account, null, iati, DAY);
    }

    private static EntryCorrected corrected(Movement wrong, @Nullable Movement right) {
        return new EntryCorrected(PROJECT, 0, "BT-1", CorrectionReason.WRONG_AMOUNT, "typed wrong", wrong, right, null,
                DAY.plusMonths(1));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.of("USD"));
    }

    private static Entry entry(long index, LedgerEvent event) {
        return new Entry(index, new UUID(0, index), "PRJ-1", index, event.effectiveDate(),
                Instant.parse("2025-04-30T18:00:00Z"),
                "aid.Test", 1, Map.of(MetadataKeys.BOOKING_PERIOD, "2025-04"), event);
    }
}
