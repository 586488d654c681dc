package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** What the commands of a project are told by, one record a route. */
sealed interface ProjectBody extends CommandBody {

    ProjectCommand command(ProjectId project);

    /** What can be entered again when it was wrong. */
    sealed interface Entry extends ProjectBody {

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

    record Approval(DocumentRef decision, String authority, @Nullable String signer, List<Money> approved,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ApproveAid(project, decision, authority, signer, approved, effectiveDate);
        }
    }

    record AidAccount(String account, String bank, String accountReference, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.OpenAidAccount(project, account, bank, accountReference, effectiveDate);
        }
    }

    record Receipt(@Nullable Party from, Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ReceiveFunds(project, from, money, moneyAccount, voucher, null, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.FundsReceived(project, from, money, moneyAccount, voucher, null, effectiveDate);
        }
    }

    record Disbursement(DisbursementPurpose purpose, @Nullable Party to, Money money, @Nullable String moneyAccount,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.DisburseFunds(project, purpose, to, money, moneyAccount, voucher, null,
                    effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.FundsDisbursed(project, purpose, to, money, moneyAccount, voucher, null,
                    effectiveDate);
        }
    }

    record AdvanceReturn(@Nullable Party from, Money money, String moneyAccount, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ReturnAdvance(project, from, money, moneyAccount, voucher, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.AdvanceReturned(project, from, money, moneyAccount, voucher, null, effectiveDate);
        }
    }

    record Expenditure(PaidFrom paidFrom, @Nullable String category, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable DocumentRef voucher, LocalDate effectiveDate,
            @Nullable String reason) implements Entry {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordExpenditure(project, paidFrom, category, to, money, moneyAccount, voucher,
                    null, effectiveDate);
        }

        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new ProjectEvent.ExpenditureRecorded(project, paidFrom, category, to, money, moneyAccount, voucher,
                    null, effectiveDate);
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
     */
    record Correction(long corrected, String noteNumber, CorrectionReason reasonCode, String reasonText,
            @Nullable Reentry reentry, @Nullable DocumentRef document, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.CorrectEntry(project, corrected, noteNumber, reasonCode, reasonText,
                    reentry == null ? null : reentry.movement(project), document, effectiveDate);
        }
    }

    /** The right entry, of whichever kind: exactly one of these. */
    record Reentry(@Nullable Pledge pledge, @Nullable Commitment commitment, @Nullable Receipt receipt,
            @Nullable Disbursement disbursement, @Nullable AdvanceReturn advanceReturn,
            @Nullable Expenditure expenditure, @Nullable Refund refund) {

        /** @throws IllegalArgumentException when none is given, or several are */
        public Reentry {
            if (Stream.of(pledge, commitment, receipt, disbursement, advanceReturn, expenditure, refund)
                    .filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("exactly one entry is expected, of one kind");
            }
        }

        ProjectEvent.Movement movement(ProjectId project) {
            return Stream
                    .<@Nullable Entry>of(pledge, commitment, receipt, disbursement, advanceReturn, expenditure, refund)
                    .filter(Objects::nonNull).findFirst().orElseThrow().movement(project);
        }
    }
}
