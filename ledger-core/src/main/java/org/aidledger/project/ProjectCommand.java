package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.rules.AuthorityLevel;
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

    /**
     * @param level which of the authorities decided; null: the head of the managing agency
     * @param places where the aid goes, as decided; empty: as registered
     */
    record ApproveAid(ProjectId project, DocumentRef decision, String authority, @Nullable AuthorityLevel level,
            @Nullable String signer, List<Money> approved, @Nullable Money counterpart, List<Place> places,
            LocalDate effectiveDate) implements ProjectCommand {

        /** As the head of the managing agency, without counterpart fund. */
        public ApproveAid(ProjectId project, DocumentRef decision, String authority, @Nullable String signer,
                List<Money> approved, LocalDate effectiveDate) {
            this(project, decision, authority, null, signer, approved, null, List.of(), effectiveDate);
        }
    }

    record OpenAidAccount(ProjectId project, String account, String bank, String accountReference,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    /** Aid; whatever else comes in is entered by {@link RecordMovement}. */
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

    /** Enters a movement as it is to stand, of any kind that has no command of its own. */
    record RecordMovement(ProjectEvent.Movement movement) implements ProjectCommand {
        @Override
        public ProjectId project() {
            return movement.project();
        }

        @Override
        public LocalDate effectiveDate() {
            return movement.effectiveDate();
        }
    }

    /** Enters a step of the procedure or of the project's course, or a statement, which the rules leave as it is told. */
    record RecordStep(ProjectEvent step) implements ProjectCommand {

        /** @throws IllegalArgumentException when the step has a command of its own */
        public RecordStep {
            switch (step) {
                case ProcedureEvent.DossierAccepted e -> throw ownCommand(e);
                case ProcedureEvent.ApprovalAmended e -> throw ownCommand(e);
                case ProcedureEvent.ApprovalRevoked e -> throw ownCommand(e);
                case ProcedureEvent e -> {
                    // As told.
                }
                case LifeEvent e -> {
                    // As told.
                }
                case StatementEvent e -> {
                    // As told.
                }
                case ProjectEvent e -> throw ownCommand(e);
            }
        }

        private static IllegalArgumentException ownCommand(ProjectEvent event) {
            return new IllegalArgumentException(event.getClass().getSimpleName() + " has a command of its own");
        }

        @Override
        public ProjectId project() {
            return step.project();
        }

        @Override
        public LocalDate effectiveDate() {
            return step.effectiveDate();
        }
    }

    /** @param missing types of documents that are to be handed in before the approval */
    record AcceptDossier(ProjectId project, List<String> missing, LocalDate effectiveDate) implements ProjectCommand {
        public AcceptDossier {
            missing = List.copyOf(missing);
        }
    }

    /** @param approved what is approved from now on, in all, one amount a currency */
    record AmendApproval(ProjectId project, DocumentRef decision, String authority, @Nullable AuthorityLevel level,
            @Nullable String signer, List<Money> approved, @Nullable Money counterpart, List<Place> places,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    record RevokeApproval(ProjectId project, DocumentRef decision, String authority, String reason,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    record ProposeDisbursement(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable FundingSource fundingSource, @Nullable Consumption consumes,
            @Nullable DocumentRef voucher, LocalDate effectiveDate) implements ProjectCommand {
    }

    /** Pays what somebody else proposed. {@code proposal}: version in this stream of the proposal. */
    record CarryOutDisbursement(ProjectId project, long proposal, LocalDate effectiveDate) implements ProjectCommand {
    }

    record RefuseDisbursement(ProjectId project, long proposal, String reason, LocalDate effectiveDate)
            implements ProjectCommand {
    }

    /** As {@link CorrectEntry}, for somebody else to carry out. */
    record ProposeCorrection(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, ProjectEvent.@Nullable Movement reentry, @Nullable DocumentRef document,
            LocalDate effectiveDate) implements ProjectCommand {
    }

    /** Corrects as somebody else proposed. {@code proposal}: version in this stream of the proposal. */
    record CarryOutCorrection(ProjectId project, long proposal, LocalDate effectiveDate) implements ProjectCommand {
    }

    /**
     * Takes an entry out of this project and enters the right one into another, both or neither.
     *
     * @param reentry the right entry, of the other project
     */
    record MoveEntry(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, ProjectEvent.Movement reentry, @Nullable DocumentRef document, LocalDate effectiveDate)
            implements ProjectCommand {
    }

    /** Gives goods their value: all that came of the item with that receipt, at the unit value. */
    record ValueGoods(ProjectId project, long receipt, String item, BigDecimal unitValue, Currency currency,
            String method, @Nullable DocumentRef document, LocalDate effectiveDate) implements ProjectCommand {
    }

    record DistributeGoods(ProjectId project, long receipt, String item, BigDecimal quantity, @Nullable Party to,
            @Nullable DocumentRef voucher, LocalDate effectiveDate) implements ProjectCommand {
    }

    record WriteOffGoods(ProjectId project, long receipt, String item, BigDecimal quantity, String reason,
            @Nullable DocumentRef document, LocalDate effectiveDate) implements ProjectCommand {
    }

    record SellGoods(ProjectId project, long receipt, String item, BigDecimal quantity, Money proceeds,
            @Nullable String moneyAccount, @Nullable Party to, @Nullable DocumentRef voucher, LocalDate effectiveDate)
            implements ProjectCommand {
    }
}
