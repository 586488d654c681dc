package org.aidledger.view.signal;

import static org.aidledger.project.ProjectFacts.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectFacts;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of signal: what it is found by, and what is quiet. */
class SignalsTest {

    private final Told told = new Told();

    @BeforeEach
    void registered() {
        told.tell(ProjectFacts.registered());
    }

    @Test
    void an_entry_put_behind_a_much_later_one_is_back_dated() {
        told.tell(receipt("2026-02-01", "10 USD"));
        long later = told.tell(receipt("2026-05-01", "10 USD"));
        told.recorded("2026-05-02").tell(receipt("2026-04-20", "10 USD"));
        long backDated = told.recorded("2026-05-03").tell(receipt("2026-03-01", "10 USD"));

        List<Signal> found = told.find(SignalKind.BACK_DATED);

        assertThat(found).extracting(Signal::events).containsExactly(List.of(later, backDated));
        assertThat(found.getFirst().arguments()).containsEntry("days", "63").containsEntry("later", "2026-05-01");
        assertThat(told.find(SignalKind.BACK_DATED, "2026-02-28", "2026-12-31")).isEmpty();
    }

    @Test
    void older_books_taken_in_late_but_in_their_order_or_in_one_append_are_not_back_dated() {
        told.recorded("2026-05-01").tell(receipt("2023-01-01", "10 USD"));
        told.recorded("2026-05-02").tell(receipt("2023-09-01", "10 USD"));
        told.recorded("2026-05-03").tell(receipt("2025-09-01", "10 USD"));
        told.tell(receipt("2024-09-01", "10 USD"));

        assertThat(told.find(SignalKind.BACK_DATED)).isEmpty();
    }

    @Test
    void payments_to_one_payee_within_a_week_that_come_to_the_threshold_are_split() {
        long first = told.tell(paid("2026-03-01", "3000 USD", "Công ty A"));
        told.tell(paid("2026-03-02", "3000 USD", "Công ty B"));
        long second = told.tell(spent("2026-03-07", "1000 USD", "Công ty A"));
        told.tell(paid("2026-03-08", "900 USD", "Công ty A"));

        List<Signal> found = told.find(SignalKind.SPLIT_PAYMENTS);

        assertThat(found).extracting(Signal::events).containsExactly(List.of(first, second));
        assertThat(found.getFirst().arguments()).containsEntry("sum", "4000 USD").containsEntry("threshold",
                "4000 USD");
    }

    @Test
    void payments_apart_whole_or_in_a_currency_without_a_threshold_are_not_split() {
        told.tell(paid("2026-03-01", "3000 USD", "Công ty A"));
        told.tell(paid("2026-03-08", "3000 USD", "Công ty A"));
        told.tell(paid("2026-03-09", "4000 USD", "Công ty A"));
        told.tell(paid("2026-03-09", "5000 NOK", "Công ty A"));
        told.tell(paid("2026-03-09", "900000 NOK", "Công ty A"));
        told.tell(paid("2026-03-09", "3000 USD", null));
        told.tell(paid("2026-03-09", "3000 USD", null));

        assertThat(told.find(SignalKind.SPLIT_PAYMENTS)).isEmpty();
    }

    @Test
    void a_payment_that_was_reversed_is_no_part_of_a_split_and_one_re_entered_cites_its_correction() {
        long first = told.tell(paid("2026-03-01", "3000 USD", "Công ty A"));
        long version = told.nextVersion();
        Movement wrong = paid("2026-03-02", "5000 USD", "Công ty A");
        long second = told.tell(wrong);
        assertThat(told.find(SignalKind.SPLIT_PAYMENTS)).isEmpty();
        Movement right = paid("2026-03-02", "2000 USD", "Công ty A");
        long correction = told.tell(corrected(version, wrong, right, "2026-03-05"));
        assertThat(told.find(SignalKind.SPLIT_PAYMENTS)).extracting(Signal::events)
                .containsExactly(List.of(first, second, correction));

        told.tell(corrected(version, right, null, "2026-03-06"));
        assertThat(told.find(SignalKind.SPLIT_PAYMENTS)).isEmpty();
    }

    @Test
    void more_out_than_is_committed_in_and_out_together_is_above_the_commitment() {
        long in = told.tell(committed("2026-01-10", "60 USD", Direction.IN));
        long out = told.tell(committed("2026-01-10", "50 USD", Direction.OUT));
        told.tell(paid("2026-02-01", "100 USD", null));
        assertThat(told.find(SignalKind.ABOVE_COMMITMENT)).isEmpty();
        long beyond = told.tell(spent("2026-02-02", "30 USD", null));
        told.tell(new AdvanceReturned(PROJECT, null, Money.of("15", "USD"), "bidv", null, null, day("2026-02-03")));

        List<Signal> found = told.find(SignalKind.ABOVE_COMMITMENT);

        assertThat(found).extracting(Signal::events)
                .containsExactly(List.of(in, out, beyond, beyond + 1));
        assertThat(found.getFirst().arguments()).containsEntry("spent", "115 USD").containsEntry("committed", "110 USD")
                .containsEntry("above", "5 USD");
        assertThat(told.find(SignalKind.ABOVE_COMMITMENT, "2026-02-01", "2026-02-01")).isEmpty();
        told.tell(new CommitmentChanged(PROJECT, Direction.IN, null, Money.of("5", "USD"), null, null,
                day("2026-02-04")));
        assertThat(told.find(SignalKind.ABOVE_COMMITMENT)).isEmpty();
    }

    @Test
    void money_out_without_any_commitment_is_above_it_too() {
        long first = told.tell(paid("2026-02-01", "100 EUR", null));
        told.tell(committed("2026-02-02", "0 USD", Direction.IN));

        assertThat(told.find(SignalKind.ABOVE_COMMITMENT)).extracting(Signal::text, Signal::events)
                .containsExactly(tuple("signal.above-commitment.none", List.of(first)));
    }

    @Test
    void with_a_commitment_in_another_currency_and_with_counterpart_money_nothing_is_above_it() {
        told.tell(committed("2026-01-10", "60 USD", Direction.IN));
        told.tell(paid("2026-02-01", "100 EUR", null));
        told.tell(new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, null, Money.of("100", "USD"), "bidv",
                FundingSource.COUNTERPART, null, null, null, null, day("2026-02-01")));
        told.tell(new ExpenditureRecorded(PROJECT, PaidFrom.ADVANCE, null, null, Money.of("100", "USD"), null, null,
                null, day("2026-02-01")));

        assertThat(told.find(SignalKind.ABOVE_COMMITMENT)).isEmpty();
    }

    @Test
    void money_before_the_approval_or_without_one_is_seen_in_the_books_of_the_recipient_alone() {
        long before = told.tell(receipt("2026-01-19", "10 USD"));
        long second = told.tell(paid("2026-01-20", "1 USD", null));
        assertThat(told.find(SignalKind.BEFORE_APPROVAL)).extracting(Signal::events)
                .containsExactly(List.of(before, second));
        assertThat(told.find(SignalKind.BEFORE_APPROVAL).getFirst().text()).isEqualTo("signal.before-approval.none");
        long approved = told.tell(approved("2026-01-20"));
        assertThat(told.find(SignalKind.BEFORE_APPROVAL)).extracting(Signal::events)
                .containsExactly(List.of(before, approved));

        Told donor = new Told();
        donor.tell(ProjectFacts.registered(Perspective.DONOR));
        donor.tell(receipt("2026-01-19", "10 USD"));
        assertThat(donor.find(SignalKind.BEFORE_APPROVAL)).isEmpty();
    }

    @Test
    void an_advance_is_idle_by_what_is_left_of_it_and_the_oldest_is_accounted_for_first() {
        told.tell(advance("2026-01-01", "100 USD"));
        long version = told.nextVersion();
        long second = told.tell(advance("2026-02-01", "100 USD"));
        told.tell(new AdvanceCleared(PROJECT, version, null, Money.of("30", "USD"), null, null, day("2026-02-10")));
        told.tell(new ExpenditureRecorded(PROJECT, PaidFrom.ADVANCE, null, null, Money.of("110", "USD"), null, null,
                null, day("2026-02-11")));
        told.tell(advance("2026-09-01", "5 EUR"));

        assertThat(told.find(SignalKind.IDLE_ADVANCE, null, "2026-05-02")).isEmpty();
        List<Signal> found = told.find(SignalKind.IDLE_ADVANCE, null, "2026-05-03");
        assertThat(found).extracting(Signal::events).containsExactly(List.of(second));
        assertThat(found.getFirst().arguments()).containsEntry("left", "60 USD").containsEntry("days", "91");
        told.tell(new AdvanceReturned(PROJECT, null, Money.of("60", "USD"), "bidv", null, null, day("2026-05-04")));
        assertThat(told.find(SignalKind.IDLE_ADVANCE, null, "2026-05-05")).isEmpty();
    }

    @Test
    void an_entry_changed_after_an_inspection_opened_on_it_is_seen() {
        long version = told.nextVersion();
        Movement receipt = receipt("2026-02-01", "10 USD");
        long entry = told.tell(receipt);
        told.tell(corrected(version, receipt, receipt("2026-02-01", "11 USD"), "2026-02-02"));
        long opened = told.tell(inspection("2026-03-01"));
        assertThat(told.find(SignalKind.REVERSED_AFTER_INSPECTION)).isEmpty();
        long late = told.nextVersion();
        Movement after = receipt("2026-03-02", "10 USD");
        told.tell(after);
        told.tell(corrected(late, after, null, "2026-03-03"));
        assertThat(told.find(SignalKind.REVERSED_AFTER_INSPECTION)).isEmpty();

        long correction =
                told.tell(corrected(version, receipt("2026-02-01", "11 USD"), null, "2026-03-05"));

        assertThat(told.find(SignalKind.REVERSED_AFTER_INSPECTION)).extracting(Signal::events)
                .containsExactly(List.of(entry, opened, correction));
    }

    @Test
    void one_person_on_both_sides_is_seen_and_two_are_not() {
        long submitted = told.by("minh").tell(new DossierSubmitted(PROJECT, List.of(), List.of(), day("2026-01-06")));
        long approved = told.by("minh").tell(approved("2026-01-20"));
        long paid = told.by("minh").tell(paid("2026-02-01", "10 USD", null));
        long version = told.nextVersion();
        Movement receipt = receipt("2026-02-02", "10 USD");
        long received = told.by("hoa").tell(receipt);
        long confirmed = told.by("hoa").tell(confirmation(version, "2026-02-03"));
        long corrected = told.by("hoa").tell(corrected(version, receipt, null, "2026-02-04"));

        assertThat(told.find(SignalKind.SAME_PERSON)).extracting(Signal::text, Signal::events)
                .containsExactlyInAnyOrder(
                        tuple("signal.same-person.submitted-approved",
                                List.of(submitted, approved)),
                        tuple("signal.same-person.approved-paid", List.of(approved, paid)),
                        tuple("signal.same-person.received-confirmed",
                                List.of(received, confirmed)),
                        tuple("signal.same-person.entered-corrected",
                                List.of(received, corrected)));
    }

    @Test
    void several_persons_and_who_reports_what_others_did_are_not_one_person_on_both_sides() {
        told.by("lan").tell(new DossierSubmitted(PROJECT, List.of(), List.of(), day("2026-01-06")));
        told.by("minh").tell(approved("2026-01-20"));
        long version = told.nextVersion();
        Movement receipt = receipt("2026-02-02", "10 USD");
        told.by("hoa").tell(receipt);
        told.by("thu").tell(confirmation(version, "2026-02-03"));
        told.by("minh").tell(corrected(version, receipt, null, "2026-02-04"));
        told.by("import").reported().tell(approved("2026-03-01"));
        told.tell(paid("2026-03-02", "10 USD", null));

        assertThat(told.find(SignalKind.SAME_PERSON)).isEmpty();
    }

    @Test
    void a_large_round_payment_in_the_last_days_of_a_half_year_is_seen() {
        long june = told.tell(paid("2026-06-26", "12000 USD", null));
        long december = told.tell(spent("2026-12-31", "400000000 VND", null));
        told.tell(paid("2026-06-25", "12000 USD", null));
        told.tell(paid("2026-06-30", "12500 USD", null));
        told.tell(paid("2026-06-30", "3000 USD", null));
        told.tell(paid("2026-03-31", "12000 USD", null));
        told.tell(receipt("2026-06-30", "12000 USD"));
        told.tell(paid("2026-06-30", "12000 NOK", null));

        assertThat(told.find(SignalKind.ROUND_SUM)).extracting(Signal::events).containsExactly(List.of(june),
                List.of(december));
    }

    @Test
    void goods_written_off_approvals_revoked_and_corrections_in_a_later_month_are_seen() {
        long approved = told.tell(approved("2026-01-20"));
        long lost = told.tell(new GoodsLost(PROJECT, 5, "máy bơm", BigDecimal.TWO, Money.of("100", "USD"), "lũ", null,
                null, day("2026-02-02")));
        long version = told.nextVersion();
        Movement receipt = receipt("2026-02-03", "10 USD");
        long entry = told.tell(receipt);
        told.tell(corrected(version, receipt, receipt("2026-02-03", "11 USD"), "2026-02-28"));
        long later = told.tell(corrected(version, receipt("2026-02-03", "11 USD"), receipt, "2026-03-01"));
        long revoked = told.tell(new ApprovalRevoked(PROJECT, DocumentRef.of("9/QĐ"), "UBND", "không triển khai",
                List.of(), "decree-313-2025", day("2026-09-01")));

        assertThat(told.find(SignalKind.GOODS_LOST)).extracting(Signal::events).containsExactly(List.of(lost));
        assertThat(told.find(SignalKind.CORRECTED_LATER)).extracting(Signal::events)
                .containsExactly(List.of(entry, later));
        assertThat(told.find(SignalKind.APPROVAL_REVOKED)).extracting(Signal::events)
                .containsExactly(List.of(approved, revoked));
        assertThat(told.find(SignalKind.APPROVAL_REVOKED, "2026-08-31", "2026-08-31")).isEmpty();
    }

    @Test
    void many_signals_of_one_kind_count_no_more_than_three() {
        List<Signal> five = Arrays.stream(new long[] {1, 2, 3, 4, 5}).mapToObj(index -> new Signal(
                SignalKind.BACK_DATED, 3, "signal.back-dated", Map.of(), List.of(index))).toList();

        assertThat(ProjectSignals.weigh(five, 3)).isEqualTo(9);
        assertThat(ProjectSignals.weigh(five.subList(0, 2), 3)).isEqualTo(6);
    }

    @Test
    void a_quiet_project_has_none() {
        told.tell(committed("2026-01-10", "100 USD", Direction.IN));
        told.by("minh").tell(approved("2026-01-20"));
        told.by("hoa").tell(receipt("2026-02-01", "100 USD"));
        told.tell(advance("2026-02-10", "20 USD"));
        told.tell(new AdvanceReturned(PROJECT, null, Money.of("20", "USD"), "bidv", null, null, day("2026-03-01")));
        told.tell(spent("2026-03-31", "60 USD", "Công ty A"));

        assertThat(Signals.in(told.history(null, "2026-12-31"), Thresholds.shipped())).isEmpty();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money money(String text) {
        return Money.of(text.split(" ")[0], text.split(" ")[1]);
    }

    private static FundsReceived receipt(String date, String money) {
        return new FundsReceived(PROJECT, null, money(money), null, null, null, day(date));
    }

    private static FundsDisbursed paid(String date, String money, @Nullable String to) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, to == null ? null : Party.named(to),
                money(money), null, null, null, day(date));
    }

    private static FundsDisbursed advance(String date, String money) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, null, money(money), null, null, null,
                day(date));
    }

    private static ExpenditureRecorded spent(String date, String money, @Nullable String to) {
        return new ExpenditureRecorded(PROJECT, PaidFrom.ACCOUNT, null, to == null ? null : Party.named(to),
                money(money), null, null, null, day(date));
    }

    private static CommitmentSigned committed(String date, String money, Direction direction) {
        return new CommitmentSigned(PROJECT, direction, null, money(money), DocumentRef.of("TT"), null, day(date));
    }

    private static AidApproved approved(String date) {
        return new AidApproved(PROJECT, DocumentRef.of("1/QĐ"), "UBND", null, List.of(Money.of("1000", "USD")),
                "decree-313-2025", day(date));
    }

    private static EntryCorrected corrected(long version, Movement was, @Nullable Movement becomes, String date) {
        return new EntryCorrected(PROJECT, version, "ĐC-1", CorrectionReason.WRONG_AMOUNT, "nhầm", was, becomes, null,
                day(date));
    }

    private static AidConfirmed confirmation(long version, String date) {
        return new AidConfirmed(PROJECT, version, Party.named("Sở Tài chính"), Money.of("10", "USD"),
                DocumentRef.of("XN"), day(date));
    }

    private static InspectionOpened inspection(String date) {
        return new InspectionOpened(new InspectionId("INS-1"), "Hậu kiểm", List.of(PROJECT),
                List.of(new ActorId("quynh")), new FrozenCheckpoint(100, "0".repeat(64)), day(date));
    }
}
