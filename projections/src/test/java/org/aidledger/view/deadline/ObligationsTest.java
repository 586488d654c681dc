package org.aidledger.view.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoId;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.AsOf;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.deadline.Obligation.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObligationsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final ProjectId PROJECT = new ProjectId("PRJ-1");
    private static final InspectionId INSPECTION = new InspectionId("INS-1");
    private static final NgoId DONOR = new NgoId("NGO-1");
    private static final DocumentRef PAPER = DocumentRef.of("1/QĐ");

    private final TestLog log = new TestLog();
    private final Obligations obligations = new Obligations(log.app());

    @AfterEach
    void drop() {
        log.close();
    }

    private long append(String stream, LedgerEvent event) {
        return log.append(stream, Map.of(), event).index();
    }

    private long append(LedgerEvent event) {
        return append(PROJECT.value(), event);
    }

    private List<Kind> open(LocalDate day, @Nullable Long known) {
        TestView.build(new DeadlineProjection(), log.app(), log.entries(), 3);
        return obligations.on(day, AsOf.of(null, known)).open().stream().map(Obligation::kind).toList();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static ProjectRegistered registered(AidKind kind) {
        return new ProjectRegistered(PROJECT, "P1", "Nước sạch", null, kind, BudgetTreatment.OFF_BUDGET,
                Perspective.OWNER, List.of(), null, null, List.of(), List.of(), null, null, DAY);
    }

    private static AidApproved approved(LocalDate day) {
        return new AidApproved(PROJECT, PAPER, "UBND", null, List.of(usd("100")), "decree-80-2020", day);
    }

    private static FundsReceived received(String amount, LocalDate day) {
        return new FundsReceived(PROJECT, null, usd(amount), null, null, null, day);
    }

    @Test
    void a_receipt_that_is_taken_back_leaves_the_approval_idle_and_its_re_entry_does_not() {
        append(approved(DAY));
        long receipt = log.entries().getLast().version() + 1;
        append(received("10", DAY.plusDays(5)));
        long corrected = append(new EntryCorrected(PROJECT, receipt, "CT-1", CorrectionReason.DUPLICATE, "twice",
                received("10", DAY.plusDays(5)), null, null, DAY.plusDays(9)));
        append(received("20", DAY.plusDays(20)));
        append(new EntryCorrected(PROJECT, receipt + 2, "CT-2", CorrectionReason.WRONG_AMOUNT, "25",
                received("20", DAY.plusDays(20)), received("25", DAY.plusDays(22)), null, DAY.plusDays(30)));

        assertThat(open(DAY.plusDays(4), null)).containsExactly(Kind.IDLE_APPROVAL);
        assertThat(open(DAY.plusDays(6), corrected)).as("before the correction was known").isEmpty();
        assertThat(open(DAY.plusDays(6), null)).containsExactly(Kind.IDLE_APPROVAL);
        assertThat(open(DAY.plusDays(21), null)).containsExactly(Kind.IDLE_APPROVAL);
        assertThat(open(DAY.plusDays(22), null)).isEmpty();
        assertThat(obligations.on(DAY.plusDays(22), AsOf.now()).reporting()).singleElement()
                .satisfies(project -> assertThat(project.begunOn()).isEqualTo(DAY.plusDays(22)));
    }

    @Test
    void an_approval_after_a_revocation_is_idle_from_its_own_day() {
        append(approved(DAY));
        append(new ApprovalRevoked(PROJECT, PAPER, "UBND", "idle", List.of(usd("100")), "decree-80-2020",
                DAY.plusMonths(7)));
        assertThat(open(DAY.plusMonths(8), null)).isEmpty();
        append(approved(DAY.plusMonths(9)));

        assertThat(open(DAY.plusMonths(10), null)).containsExactly(Kind.IDLE_APPROVAL);
        assertThat(obligations.on(DAY.plusMonths(10), AsOf.now()).open().getFirst().startedOn())
                .isEqualTo(DAY.plusMonths(9));
    }

    @Test
    void a_dossier_that_came_back_is_not_appraised_until_it_is_accepted_again() {
        append(new DossierAccepted(PROJECT, List.of(), DAY.plusDays(20), "decree-80-2020", DAY));
        append(new DossierReturned(PROJECT, List.of(), "wrong form", DAY));
        assertThat(open(DAY, null)).as("returned on the same day").isEmpty();
        append(new DossierAccepted(PROJECT, List.of(), DAY.plusDays(30), "decree-80-2020", DAY.plusDays(10)));

        assertThat(open(DAY.plusDays(9), null)).isEmpty();
        assertThat(open(DAY.plusDays(10), null)).containsExactly(Kind.APPRAISAL);
    }

    @Test
    void only_emergency_relief_waits_for_a_quick_approval_as_far_as_its_kind_was_known() {
        append(registered(AidKind.PROJECT));
        append(new AidPledged(PROJECT, Direction.IN, Party.named("Quỹ A"), usd("5"), null, null, DAY));
        long amended = append(new FactAmended(PROJECT, null, "kind", "PROJECT", "EMERGENCY_RELIEF", "flood",
                DAY.plusDays(1)));
        append(new AidPledged(PROJECT, Direction.IN, Party.named("Quỹ B"), usd("5"), null, null, DAY.plusDays(3)));

        assertThat(open(DAY.plusDays(4), amended)).isEmpty();
        assertThat(open(DAY.plusDays(4), null)).containsExactly(Kind.EMERGENCY_APPROVAL);
        assertThat(obligations.on(DAY.plusDays(4), AsOf.now()).open().getFirst().startedOn()).isEqualTo(DAY);
        append(approved(DAY.plusDays(5)));
        assertThat(open(DAY.plusDays(5), null)).containsExactly(Kind.IDLE_APPROVAL);
    }

    @Test
    void money_is_recovered_when_the_sum_ordered_has_come_in_its_currency() {
        append(INSPECTION.value(),
                new RecoveryOrdered(INSPECTION, 2, usd("60"), PAPER, DAY.plusDays(30), DAY));
        recovered("50", "USD", DAY.plusDays(3));
        recovered("10", "EUR", DAY.plusDays(4));
        assertThat(open(DAY.plusDays(5), null)).containsExactly(Kind.RECOVERY);
        recovered("10", "USD", DAY.plusDays(6));

        assertThat(open(DAY.plusDays(5), null)).containsExactly(Kind.RECOVERY);
        assertThat(open(DAY.plusDays(6), null)).isEmpty();
    }

    private void recovered(String amount, String currency, LocalDate day) {
        append(new RecoveryReceived(PROJECT, null, Money.of(amount, currency), null, "INS-1/2", null, null, day));
    }

    @Test
    void a_certificate_is_due_on_the_last_day_it_was_given_last() {
        append(DONOR.value(), new CertificateGranted(DONOR, PAPER, "COMINGO", DAY, DAY.plusYears(1), List.of(),
                List.of(), DAY));
        long extended = append(DONOR.value(),
                new CertificateExtended(DONOR, PAPER, DAY.plusYears(3), DAY.plusMonths(11)));
        append(DONOR.value(), new CertificateRevoked(DONOR, PAPER, DAY.plusYears(2)));

        assertThat(open(DAY.plusYears(1), extended)).containsExactly(Kind.CERTIFICATE);
        assertThat(obligations.on(DAY.plusYears(1), AsOf.of(null, extended)).open().getFirst().due())
                .isEqualTo(DAY.plusYears(1));
        assertThat(obligations.on(DAY.plusYears(1), AsOf.now()).open().getFirst().due()).isEqualTo(DAY.plusYears(3));
        assertThat(open(DAY.plusYears(2), null)).isEmpty();
    }
}
