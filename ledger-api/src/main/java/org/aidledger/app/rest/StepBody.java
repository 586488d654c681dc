package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.rest.ProjectBody.Reentry;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.AppraisalResult;
import org.aidledger.project.Consumption;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.DossierItem;
import org.aidledger.project.FundingSource;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.OpinionPosition;
import org.aidledger.project.Party;
import org.aidledger.project.Place;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ReportKind;
import org.aidledger.project.StatementEvent;
import org.aidledger.rules.AidSubject;
import org.aidledger.rules.AuthorityLevel;
import org.jspecify.annotations.Nullable;

/** What the steps of a project, its proposals and what is stated about it are told by, one record a route. */
final class StepBody {

    private StepBody() {
    }

    /** Documents of a dossier. */
    record DossierSubmission(List<DossierItem> items, @Nullable List<AidSubject> subjects, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new ProcedureEvent.DossierSubmitted(project, items,
                    subjects == null ? List.of() : subjects, effectiveDate));
        }
    }

    /** A dossier sent back; {@code why} it was. */
    record DossierReturn(@Nullable List<String> missing, String why, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new ProcedureEvent.DossierReturned(project,
                    missing == null ? List.of() : missing, why, effectiveDate));
        }
    }

    /** A dossier taken up; {@code missing} documents are still to come. */
    record DossierAcceptance(@Nullable List<String> missing, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.AcceptDossier(project, missing == null ? List.of() : missing, effectiveDate);
        }
    }

    /** An agency is asked; {@code due} by the rule set when not given. */
    record OpinionRequest(Party agency, @Nullable LocalDate due, @Nullable DocumentRef letter, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new ProcedureEvent.OpinionRequested(project, agency, due, letter, effectiveDate));
        }
    }

    /** What an agency says; {@code request} is the version of what asked for it. */
    record Opinion(long request, OpinionPosition position, @Nullable String text, @Nullable DocumentRef letter,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new ProcedureEvent.OpinionReceived(project, request, position, text, letter, effectiveDate));
        }
    }

    /** What the appraisal came to. */
    record Appraisal(AppraisalResult result, DocumentRef report, @Nullable String remark, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new ProcedureEvent.AppraisalConcluded(project, result, report, remark, effectiveDate));
        }
    }

    /** The aid is refused; {@code why} it is. */
    record AidRefusal(DocumentRef decision, String authority, String why, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new ProcedureEvent.AidRefused(project, decision, authority, why, effectiveDate));
        }
    }

    /** What is approved from now on, in all. */
    record ApprovalAmendment(DocumentRef decision, String authority, @Nullable AuthorityLevel level,
            @Nullable String signer, List<Money> approved, @Nullable Money counterpart, @Nullable List<Place> places,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.AmendApproval(project, decision, authority, level, signer, approved, counterpart,
                    places == null ? List.of() : places, effectiveDate);
        }
    }

    /** The approval is revoked; {@code why} it is. */
    record ApprovalRevocation(DocumentRef decision, String authority, String why, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RevokeApproval(project, decision, authority, why, effectiveDate);
        }
    }

    /** Work stops; {@code why} it does. */
    record Suspension(DocumentRef decision, String why, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectSuspended(project, decision, why, effectiveDate));
        }
    }

    /** Work goes on. */
    record Resumption(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectResumed(project, decision, effectiveDate));
        }
    }

    /** The work is done. */
    record Completion(DocumentRef report, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectCompleted(project, report, effectiveDate));
        }
    }

    /** What was made or bought is handed over. */
    record HandOver(Party to, DocumentRef minutes, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectHandedOver(project, to, minutes, effectiveDate));
        }
    }

    /** The final account is approved. */
    record Settlement(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectSettled(project, decision, effectiveDate));
        }
    }

    /** The books are closed. */
    record Closure(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectClosed(project, decision, effectiveDate));
        }
    }

    /** The books are opened again; {@code why} they are. */
    record Reopening(DocumentRef order, String why, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectReopened(project, order, why, effectiveDate));
        }
    }

    /** The project ends early; {@code why} it does. */
    record Cancellation(DocumentRef decision, String why, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new LifeEvent.ProjectCancelled(project, decision, why, effectiveDate));
        }
    }

    /** A receipt, by its version, confirmed by the finance agency. */
    record Confirmation(long entry, Party agency, Money confirmed, DocumentRef confirmation, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new StatementEvent.AidConfirmed(project, entry, agency, confirmed, confirmation, effectiveDate));
        }
    }

    /** A report on a period. */
    record PeriodicReport(ReportKind kind, LocalDate from, LocalDate to, @Nullable List<Money> disbursed,
            DocumentRef report, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(new StatementEvent.PeriodicReportFiled(project, kind, from, to,
                    disbursed == null ? List.of() : disbursed, report, effectiveDate));
        }
    }

    /** A fact put right: of the registration or, where {@code entry} names its version, of an entry; {@code why} it is. */
    record FactAmendment(@Nullable Long entry, String field, @Nullable String was, @Nullable String becomes, String why,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RecordStep(
                    new StatementEvent.FactAmended(project, entry, field, was, becomes, why, effectiveDate));
        }
    }

    /** A payment for somebody else to carry out. */
    record DisbursementProposal(DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable FundingSource fundingSource, @Nullable Consumption consumes,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ProposeDisbursement(project, purpose, to, money, moneyAccount, fundingSource,
                    consumes, voucher, effectiveDate);
        }
    }

    /** The payment that somebody else proposed, by the version of the proposal. */
    record ProposedDisbursement(long proposal, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.CarryOutDisbursement(project, proposal, effectiveDate);
        }
    }

    /** A proposed payment refused, by the version of the proposal; {@code why} it is. */
    record DisbursementRefusal(long proposal, String why, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.RefuseDisbursement(project, proposal, why, effectiveDate);
        }
    }

    /** A correction for somebody else to carry out. */
    record CorrectionProposal(long corrected, String noteNumber, CorrectionReason reasonCode, String reasonText,
            @Nullable Reentry reentry, @Nullable DocumentRef document, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ProposeCorrection(project, corrected, noteNumber, reasonCode, reasonText,
                    reentry == null ? null : reentry.movement(project), document, effectiveDate);
        }
    }

    /** The correction that somebody else proposed, by the version of the proposal. */
    record ProposedCorrection(long proposal, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.CarryOutCorrection(project, proposal, effectiveDate);
        }
    }
}
