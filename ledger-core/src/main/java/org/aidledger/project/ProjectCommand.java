package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an aid project. Every command carries the effective date of the step; who asks, why and in which way
 * (decided here, or reported) travel beside it.
 */
public sealed interface ProjectCommand extends LedgerCommand {

    ProjectId project();

    @Override
    default String stream() {
        return project().value();
    }

    LocalDate effectiveDate();

    record RegisterProject(ProjectId project, String code, @Nullable String titleVi, @Nullable String titleEn,
            AidKind kind, BudgetTreatment budgetTreatment, Perspective perspective, List<Party> donors,
            @Nullable Party managingAgency, @Nullable Party aidOwner, List<Place> places, List<SectorShare> sectors,
            @Nullable LocalDate plannedStart, @Nullable LocalDate plannedEnd, LocalDate effectiveDate)
            implements ProjectCommand {
    }

    record PledgeAid(ProjectId project, Direction direction, @Nullable Party donor, Money money,
            @Nullable DocumentRef letter, @Nullable IatiFlow iati, LocalDate effectiveDate) implements ProjectCommand {
    }

    record SignCommitment(ProjectId project, Direction direction, @Nullable Party party, Money money,
            @Nullable DocumentRef agreement, @Nullable IatiFlow iati, LocalDate effectiveDate)
            implements ProjectCommand {
    }

    record ApproveAid(ProjectId project, DocumentRef decision, String authority, @Nullable String signer,
            List<Money> approved, LocalDate effectiveDate) implements ProjectCommand {
    }

    record OpenAidAccount(ProjectId project, String account, String bank, String accountReference,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    record ReceiveFunds(ProjectId project, @Nullable Party from, Money money, @Nullable String moneyAccount,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements ProjectCommand {
    }

    record DisburseFunds(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    record ReturnAdvance(ProjectId project, @Nullable Party from, Money money, String moneyAccount,
            @Nullable DocumentRef voucher, LocalDate effectiveDate) implements ProjectCommand {
    }

    record RecordExpenditure(ProjectId project, PaidFrom paidFrom, @Nullable String category, @Nullable Party to,
            Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    record RefundFunds(ProjectId project, Party to, Money money, @Nullable String moneyAccount,
            @Nullable DocumentRef voucher, LocalDate effectiveDate) implements ProjectCommand {
    }

    /** Only the reported way: a flow that the ledger has no event of its own for. */
    record ReportOtherFlow(ProjectId project, Money money, IatiFlow iati, LocalDate effectiveDate)
            implements ProjectCommand {
    }

    /** Only the reported way. */
    record ReportActivityStatus(ProjectId project, String status, LocalDate effectiveDate) implements ProjectCommand {
    }

    /**
     * Only the reported way: a fact other than money is said differently.
     *
     * @param entry version in this stream of the entry it belongs to; null: it belongs to the registration
     */
    record AmendFact(ProjectId project, @Nullable Long entry, String field, @Nullable String was,
            @Nullable String becomes, String reason, LocalDate effectiveDate) implements ProjectCommand {
    }

    /**
     * @param corrected version in this stream of the entry first made
     * @param reentry the right entry, or null to reverse only; its kind may differ from what it replaces
     */
    record CorrectEntry(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, ProjectEvent.@Nullable Movement reentry, @Nullable DocumentRef document,
            LocalDate effectiveDate) implements ProjectCommand {
    }
}
