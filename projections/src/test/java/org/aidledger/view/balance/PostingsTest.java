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
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
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
                Arguments.of(spent(PaidFrom.ACCOUNT, "5", null, IATI), "EXPENDITURE", "REPORTED_FUNDING"),
                Arguments.of(spent(PaidFrom.ADVANCE, "5", "bank", null), "EXPENDITURE", "ADVANCES"),
                Arguments.of(spent(PaidFrom.DONOR, "5", null, null), "EXPENDITURE", "GRANT_DIRECT"),
                Arguments.of(spent(PaidFrom.DONOR, "5", null, IATI), "EXPENDITURE", "REPORTED_FUNDING"),
                Arguments.of(new FundsRefunded(PROJECT, DONOR, usd("5"), "bank", null, null, DAY), "REFUNDS", "CASH"),
                Arguments.of(new FundsRefunded(PROJECT, DONOR, usd("5"), null, null, null, DAY), "REFUNDS",
                        "REPORTED_FUNDING"),
                Arguments.of(new OtherFlowReported(PROJECT, usd("5"), IATI, DAY), "", ""));
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
