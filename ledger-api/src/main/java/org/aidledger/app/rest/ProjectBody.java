package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.app.rest.FlowBody.AdvanceClearing;
import org.aidledger.app.rest.FlowBody.CommitmentChange;
import org.aidledger.app.rest.FlowBody.Exchange;
import org.aidledger.app.rest.FlowBody.ExchangeDifference;
import org.aidledger.app.rest.FlowBody.GoodsReceipt;
import org.aidledger.app.rest.FlowBody.Interest;
import org.aidledger.app.rest.FlowBody.PledgeReduction;
import org.aidledger.app.rest.FlowBody.RecoveryReceipt;
import org.aidledger.app.rest.FlowBody.ServiceReceipt;
import org.aidledger.app.rest.FlowBody.Transfer;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Consumption;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.FundingSource;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.aidledger.rules.AuthorityLevel;
import org.jspecify.annotations.Nullable;

/** What the commands of a project are told by, one record a route. */
interface ProjectBody extends CommandBody {

    ProjectCommand command(ProjectId project);

    /** What can be entered again when it was wrong. */
    interface Entry extends ProjectBody {

        @Override
        default ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordMovement(movement(project));
        }

        ProjectEvent.Movement movement(ProjectId project);
    }

    /**
     * Registers the project.
     *
     * @param project the id to give it; {@code PRJ-} and the code when not given
     */
    record Registration(@Nullable ProjectId project, String code, @Nullable String titleVi, @Nullable String titleEn,
            AidKind kind, BudgetTreatment budgetTreatment, @Nullable Perspective perspective,
            @Nullable List<Party> donors, @Nullable Party managingAgency, @Nullable Party aidOwner,
            @Nullable List<Place> places, @Nullable List<SectorShare> sectors, @Nullable LocalDate plannedStart,
            @Nullable LocalDate plannedEnd, LocalDate effectiveDate, @Nullable String reason) implements CommandBody {

        ProjectCommand.RegisterProject command() {
            return new ProjectCommand.RegisterProject(
                    project == null ? new ProjectId(ProjectId.PREFIX + code) : project, code, titleVi, titleEn, kind,
                    budgetTreatment, perspective == null ? Perspective.OWNER : perspective, orNone(donors),
                    managingAgency, aidOwner, orNone(places), orNone(sectors), plannedStart, plannedEnd, effectiveDate);
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    record Pledge(Direction direction, @Nullable Party donor, Money money, @Nullable DocumentRef letter,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.PledgeAid(project, direction, donor, money, letter, null, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.AidPledged(project, direction, donor, money, letter, null, effectiveDate);
        }
    }

    record Commitment(Direction direction, @Nullable Party party, Money money, @Nullable DocumentRef agreement,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.SignCommitment(project, direction, party, money, agreement, null, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.CommitmentSigned(project, direction, party, money, agreement, null, effectiveDate);
        }
    }

    /**
     * Approves aid.
     *
     * @param level which of the authorities decided; the head of the managing agency when not given
     * @param counterpart the counterpart fund, where the decision sets one
     * @param places where the aid goes; as registered when not given
     */
    record Approval(DocumentRef decision, String authority, @Nullable AuthorityLevel level, @Nullable String signer,
            List<Money> approved, @Nullable Money counterpart, @Nullable List<Place> places, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ApproveAid(project, decision, authority, level, signer, approved, counterpart,
                    places == null ? List.of() : places, effectiveDate);
        }
    }

    record AidAccount(String account, String bank, String accountReference, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.OpenAidAccount(project, account, bank, accountReference, effectiveDate);
        }
    }

    record Receipt(@Nullable Party from, Money money, @Nullable String moneyAccount,
            @Nullable FundingSource fundingSource, @Nullable DocumentRef voucher, LocalDate effectiveDate,
            @Nullable String reason) implements Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.FundsReceived(project, from, money, moneyAccount, fundingSource, voucher, null,
                    effectiveDate);
        }
    }

    record Disbursement(DisbursementPurpose purpose, @Nullable Party to, Money money, @Nullable String moneyAccount,
            @Nullable FundingSource fundingSource, @Nullable Consumption consumes, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.FundsDisbursed(project, purpose, to, money, moneyAccount, fundingSource, consumes,
                    null, voucher, null, effectiveDate);
        }
    }

    record AdvanceReturn(@Nullable Party from, Money money, String moneyAccount,
            @Nullable FundingSource fundingSource, @Nullable Consumption consumes, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.AdvanceReturned(project, from, money, moneyAccount, fundingSource, consumes,
                    voucher, null, effectiveDate);
        }
    }

    record Expenditure(PaidFrom paidFrom, @Nullable String category, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable FundingSource fundingSource, @Nullable Consumption consumes,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.ExpenditureRecorded(project, paidFrom, category, to, money, moneyAccount,
                    fundingSource, consumes, voucher, null, effectiveDate);
        }
    }

    record Refund(Party to, Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RefundFunds(project, to, money, moneyAccount, voucher, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.FundsRefunded(project, to, money, moneyAccount, voucher, null, effectiveDate);
        }
    }

    /**
     * Corrects an entry.
     *
     * @param corrected version in the project's stream of the entry first made
     * @param reentry the right entry; not given: the wrong one is reversed only
     * @param toProject the project the right entry belongs to, when that is another one
     */
    record Correction(long corrected, String noteNumber, CorrectionReason reasonCode, String reasonText,
            @Nullable Reentry reentry, @Nullable ProjectId toProject, @Nullable DocumentRef document,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {

        /** @throws IllegalArgumentException when another project is named and no entry for it */
        public Correction {
            if (toProject != null && reentry == null) {
                throw new IllegalArgumentException("the entry for the other project is missing: give it as reentry");
            }
        }

        @Override
        public ProjectCommand command(ProjectId project) {
            if (toProject != null && reentry != null && !toProject.equals(project)) {
                return new ProjectCommand.MoveEntry(project, corrected, noteNumber, reasonCode, reasonText,
                        reentry.movement(toProject), document, effectiveDate);
            }
            return new ProjectCommand.CorrectEntry(project, corrected, noteNumber, reasonCode, reasonText,
                    reentry == null ? null : reentry.movement(project), document, effectiveDate);
        }
    }

    /** The right entry, of whichever kind: exactly one of these. */
    record Reentry(@Nullable Pledge pledge, @Nullable Commitment commitment, @Nullable Receipt receipt,
            @Nullable Disbursement disbursement, @Nullable AdvanceReturn advanceReturn,
            @Nullable Expenditure expenditure, @Nullable Refund refund,
            @Nullable PledgeReduction pledgeReduction, @Nullable CommitmentChange commitmentChange,
            @Nullable AdvanceClearing advanceClearing, @Nullable Interest interest,
            @Nullable RecoveryReceipt recovery, @Nullable Exchange exchange,
            @Nullable Transfer transfer, @Nullable ExchangeDifference exchangeDifference,
            @Nullable ServiceReceipt services, @Nullable GoodsReceipt goodsReceipt) {

        /** @throws IllegalArgumentException when none is given, or several are */
        public Reentry {
            if (Stream.of(pledge, commitment, receipt, disbursement, advanceReturn, expenditure, refund,
                    pledgeReduction, commitmentChange, advanceClearing, interest, recovery, exchange, transfer,
                    exchangeDifference, services, goodsReceipt).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("exactly one entry is expected, of one kind");
            }
        }

        ProjectEvent.Movement movement(ProjectId project) {
            return Stream
                    .<@Nullable Entry>of(pledge, commitment, receipt, disbursement, advanceReturn, expenditure, refund,
                            pledgeReduction, commitmentChange, advanceClearing, interest, recovery, exchange, transfer,
                            exchangeDifference, services, goodsReceipt)
                    .filter(Objects::nonNull).findFirst().orElseThrow().movement(project);
        }
    }
}
