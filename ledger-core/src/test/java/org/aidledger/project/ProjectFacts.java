package org.aidledger.project;

import static org.aidledger.testing.Scenario.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectCommand.AmendApproval;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RecordExpenditure;
import org.aidledger.project.ProjectCommand.RefundFunds;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectCommand.ReportActivityStatus;
import org.aidledger.project.ProjectCommand.ReportOtherFlow;
import org.aidledger.project.ProjectCommand.ReturnAdvance;
import org.aidledger.project.ProjectCommand.SignCommitment;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.testing.Scenario;
import org.jspecify.annotations.Nullable;

/** The vocabulary of tests on a project: events in the past tense, commands in the imperative, about one made-up project. */
public final class ProjectFacts {

    public static final ProjectId PROJECT = new ProjectId("PRJ-2026-001");
    public static final Party DONOR = Party.named("Friends of the Delta");
    public static final Party SUPPLIER = Party.named("An Binh Co.");
    public static final LocalDate REGISTERED_ON = LocalDate.of(2026, 1, 5);
    public static final LocalDate APPROVED_ON = LocalDate.of(2026, 1, 20);
    public static final LocalDate PAID_ON = LocalDate.of(2026, 3, 10);

    private static final DocumentRef DECISION = DocumentRef.of("12/QĐ-UBND");
    private static final IatiFlow LOAN_REPAYMENT =
            new IatiFlow("6", null, null, null, null, null, null, null, Map.of());

    private ProjectFacts() {
    }

    public static Scenario<ProjectCommand, ProjectEvent> given(ProjectEvent... past) {
        return Scenario.of(AidProject.class, AidProjects.COMMAND_NAME, past);
    }

    static ProjectState stateAfter(ProjectEvent... past) {
        var state = ProjectState.empty();
        for (ProjectEvent event : past) {
            state.evolve(event);
        }
        return state;
    }

    /** A project whose dossier was accepted and appraised favourably, and what has happened to it since. */
    public static ProjectEvent[] appraised(ProjectEvent... since) {
        return Stream.concat(Stream.of(registered(), submitted("request", "donor-agreement", "project-document",
                "donor-status"), accepted(), concluded(AppraisalResult.FAVOURABLE)), Stream.of(since))
                .toArray(ProjectEvent[]::new);
    }

    public static DossierSubmitted submitted(String... types) {
        return new DossierSubmitted(PROJECT,
                Stream.of(types).map(type -> new DossierItem(type, DocumentRef.of("HS " + type))).toList(), List.of(),
                REGISTERED_ON);
    }

    public static DossierAccepted accepted(String... missing) {
        return new DossierAccepted(PROJECT, List.of(missing), REGISTERED_ON.plusDays(20), "decree-313-2025",
                REGISTERED_ON);
    }

    public static AppraisalConcluded concluded(AppraisalResult result) {
        return new AppraisalConcluded(PROJECT, result, DocumentRef.of("BC 5"), null, APPROVED_ON);
    }

    /** The tag by which the project is known to be inspected. */
    public static Tag inspected() {
        return Tag.inspected(PROJECT.value());
    }

    /** The tag by which the acting officer is known to inspect the project. */
    public static Tag inspecting() {
        return Tag.inspects(PROJECT.value(), Scenario.ACTOR);
    }

    public static ProjectRegistered registered() {
        return registered(Perspective.OWNER);
    }

    public static ProjectRegistered registered(Perspective perspective) {
        return new ProjectRegistered(PROJECT, "VN-2026-001", "Nước sạch An Giang", "Clean water for An Giang",
                AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, perspective, List.of(DONOR), null, null, List.of(),
                List.of(new SectorShare("1", "14030", new BigDecimal("100"))), null, null, REGISTERED_ON);
    }

    public static AidApproved approved(String amount, String currency) {
        return approvedOn(APPROVED_ON, amount, currency);
    }

    public static AidApproved approvedOn(LocalDate date, String amount, String currency) {
        return new AidApproved(PROJECT, DECISION, "UBND tỉnh An Giang", null, List.of(Money.of(amount, currency)),
                "decree-313-2025", date);
    }

    public static AidAccountOpened accountOpened(String account) {
        return new AidAccountOpened(PROJECT, account, "BIDV", "741-10-00-000001-1", REGISTERED_ON);
    }

    public static AidPledged pledged(String amount, String currency) {
        return new AidPledged(PROJECT, Direction.IN, DONOR, Money.of(amount, currency), null, null, PAID_ON);
    }

    public static CommitmentSigned committed(String amount, String currency) {
        return committed(Direction.IN, amount, currency);
    }

    public static CommitmentSigned committed(Direction direction, String amount, String currency) {
        return new CommitmentSigned(PROJECT, direction, DONOR, Money.of(amount, currency), DocumentRef.of("MOU 3"),
                null,
                APPROVED_ON);
    }

    public static FundsReceived received(String amount, String currency) {
        return received(amount, currency, null);
    }

    public static FundsReceived received(String amount, String currency, @Nullable String account) {
        return new FundsReceived(PROJECT, DONOR, Money.of(amount, currency), account, null, null, PAID_ON);
    }

    public static FundsDisbursed disbursed(String amount, String currency) {
        return disbursed(amount, currency, null);
    }

    public static FundsDisbursed disbursed(String amount, String currency, @Nullable String account) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, SUPPLIER, Money.of(amount, currency), account,
                null, null,
                PAID_ON);
    }

    public static FundsDisbursed advanced(String amount, String currency, @Nullable String account) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, SUPPLIER, Money.of(amount, currency), account,
                null, null,
                PAID_ON);
    }

    public static AdvanceReturned returned(String amount, String currency, String account) {
        return new AdvanceReturned(PROJECT, SUPPLIER, Money.of(amount, currency), account, null, null, PAID_ON);
    }

    public static ExpenditureRecorded spent(PaidFrom from, String amount, String currency, @Nullable String account) {
        return new ExpenditureRecorded(PROJECT, from, null, SUPPLIER, Money.of(amount, currency), account, null, null,
                PAID_ON);
    }

    public static FundsRefunded refunded(String amount, String currency, @Nullable String account) {
        return new FundsRefunded(PROJECT, DONOR, Money.of(amount, currency), account, null, null, PAID_ON);
    }

    public static EntryCorrected corrected(long entry, Movement reversed, @Nullable Movement reentered) {
        return new EntryCorrected(PROJECT, entry, "DC-1", CorrectionReason.WRONG_AMOUNT, "typing error", reversed,
                reentered,
                null, TODAY);
    }

    public static RegisterProject register() {
        return register(registered());
    }

    public static RegisterProject register(ProjectRegistered e) {
        return new RegisterProject(e.project(), e.code(), e.titleVi(), e.titleEn(), e.kind(), e.budgetTreatment(),
                e.perspective(), e.donors(), e.managingAgency(), e.aidOwner(), e.places(), e.sectors(),
                e.plannedStart(),
                e.plannedEnd(), e.effectiveDate());
    }

    public static ApproveAid approve(String decision, Money... approved) {
        return new ApproveAid(PROJECT, DocumentRef.of(decision), "UBND tỉnh An Giang", null, Arrays.asList(approved),
                APPROVED_ON);
    }

    public static AmendApproval amend(String decision, Money... approved) {
        return new AmendApproval(PROJECT, DocumentRef.of(decision), "UBND tỉnh An Giang", null, null,
                Arrays.asList(approved), null, List.of(), PAID_ON);
    }

    public static OpenAidAccount openAccount(String account, String bank) {
        return new OpenAidAccount(PROJECT, account, bank, "741-10-00-000001-1", REGISTERED_ON);
    }

    public static PledgeAid pledge(String amount, String currency) {
        return pledge(DONOR, amount, currency);
    }

    public static PledgeAid pledge(@Nullable Party donor, String amount, String currency) {
        return new PledgeAid(PROJECT, Direction.IN, donor, Money.of(amount, currency), null, null, PAID_ON);
    }

    public static SignCommitment commit(@Nullable String agreement, String amount, String currency) {
        return new SignCommitment(PROJECT, Direction.IN, DONOR, Money.of(amount, currency),
                agreement == null ? null : DocumentRef.of(agreement), null, PAID_ON);
    }

    public static ReceiveFunds receive(String amount, String currency) {
        return receive(amount, currency, null);
    }

    public static ReceiveFunds receive(String amount, String currency, @Nullable String account) {
        return receive(amount, currency, account, PAID_ON);
    }

    public static ReceiveFunds receive(String amount, String currency, @Nullable String account, LocalDate date) {
        return new ReceiveFunds(PROJECT, DONOR, Money.of(amount, currency), account, null, null, date);
    }

    public static DisburseFunds disburse(String amount, String currency) {
        return disburse(amount, currency, null);
    }

    public static DisburseFunds disburse(String amount, String currency, @Nullable String account) {
        return new DisburseFunds(PROJECT, DisbursementPurpose.PAYMENT, SUPPLIER, Money.of(amount, currency), account,
                null, null,
                PAID_ON);
    }

    public static DisburseFunds advance(String amount, String currency, @Nullable String account) {
        return new DisburseFunds(PROJECT, DisbursementPurpose.ADVANCE, SUPPLIER, Money.of(amount, currency), account,
                null, null,
                PAID_ON);
    }

    public static ReturnAdvance returnAdvance(String amount, String currency, String account) {
        return new ReturnAdvance(PROJECT, SUPPLIER, Money.of(amount, currency), account, null, PAID_ON);
    }

    public static RecordExpenditure spend(PaidFrom from, String amount, String currency, @Nullable String account) {
        return new RecordExpenditure(PROJECT, from, null, SUPPLIER, Money.of(amount, currency), account, null, null,
                PAID_ON);
    }

    public static RefundFunds refund(String amount, String currency, @Nullable String account) {
        return new RefundFunds(PROJECT, DONOR, Money.of(amount, currency), account, null, PAID_ON);
    }

    public static ReportOtherFlow reportLoanRepayment(String amount, String currency) {
        return new ReportOtherFlow(PROJECT, Money.of(amount, currency), LOAN_REPAYMENT, PAID_ON);
    }

    public static ReportActivityStatus reportStatus(String status) {
        return new ReportActivityStatus(PROJECT, status, PAID_ON);
    }

    /** @param reentry what is right, or null to reverse only */
    public static CorrectEntry correct(long entry, @Nullable Movement reentry) {
        return correct(entry, "DC-1", "typing error", reentry);
    }

    public static CorrectEntry correct(long entry, String note, String reason, @Nullable Movement reentry) {
        return new CorrectEntry(PROJECT, entry, note, CorrectionReason.WRONG_AMOUNT, reason, reentry, null, TODAY);
    }
}
