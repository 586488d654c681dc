package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.rules.AidSubject;
import org.aidledger.rules.AuthorityLevel;
import org.jspecify.annotations.Nullable;

/** From the dossier to the decision, and what becomes of the decision. */
public sealed interface ProcedureEvent extends ProjectEvent {

    /**
     * The aid owner submitted the dossier (hồ sơ), or more documents of it.
     *
     * @param subjects what the aid is about, as far as the approving authority goes by it; none: a matter for the managing agency
     */
    record DossierSubmitted(ProjectId project, List<DossierItem> items, List<AidSubject> subjects,
            LocalDate effectiveDate) implements ProcedureEvent {
        public DossierSubmitted {
            items = List.copyOf(items);
            subjects = List.copyOf(subjects);
        }
    }

    /** The dossier went back to the aid owner. {@code missing}: types of documents it lacks. */
    record DossierReturned(ProjectId project, List<String> missing, String reason, LocalDate effectiveDate)
            implements ProcedureEvent {
        public DossierReturned {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The dossier is taken up for appraisal.
     *
     * @param missing types of documents still to be handed in before the aid is approved
     * @param appraisalDue the last day for the appraisal, by the rule set; null where that sets none
     * @param ruleSet id of the rule set in force on that day
     */
    record DossierAccepted(ProjectId project, List<String> missing, @Nullable LocalDate appraisalDue, String ruleSet,
            LocalDate effectiveDate) implements ProcedureEvent {
        public DossierAccepted {
            missing = List.copyOf(missing);
        }
    }

    /** An agency was asked for its opinion. {@code due}: the last day for it. */
    record OpinionRequested(ProjectId project, Party agency, @Nullable LocalDate due, @Nullable DocumentRef letter,
            LocalDate effectiveDate) implements ProcedureEvent {
    }

    /** An agency gave its opinion. {@code request}: version in this stream of what asked for it. */
    record OpinionReceived(ProjectId project, long request, OpinionPosition position, @Nullable String text,
            @Nullable DocumentRef letter, LocalDate effectiveDate) implements ProcedureEvent {
    }

    /** The appraisal (thẩm định) came to its end. */
    record AppraisalConcluded(ProjectId project, AppraisalResult result, DocumentRef report, @Nullable String remark,
            LocalDate effectiveDate) implements ProcedureEvent {
    }

    /** The competent authority refused the aid. */
    record AidRefused(ProjectId project, DocumentRef decision, String authority, String reason,
            LocalDate effectiveDate) implements ProcedureEvent {
    }

    /**
     * The approval was changed; this is its next version.
     *
     * @param approvalVersion 2 for the first amendment
     * @param before what was approved until now, one amount a currency
     * @param approved what is approved from now on, in all
     * @param places where, as amended; empty: as before
     * @param ruleSet id of the rule set in force on the decision's date
     */
    record ApprovalAmended(ProjectId project, int approvalVersion, DocumentRef decision, String authority,
            @Nullable AuthorityLevel level, @Nullable String signer, List<Money> before, List<Money> approved,
            @Nullable Money counterpart, List<Place> places, String ruleSet, LocalDate effectiveDate)
            implements ProcedureEvent {
        public ApprovalAmended {
            before = List.copyOf(before);
            approved = List.copyOf(approved);
            places = List.copyOf(places);
        }
    }

    /** The approval was revoked (thu hồi quyết định). {@code before}: what had been approved. */
    record ApprovalRevoked(ProjectId project, DocumentRef decision, String authority, String reason,
            List<Money> before, String ruleSet, LocalDate effectiveDate) implements ProcedureEvent {
        public ApprovalRevoked {
            before = List.copyOf(before);
        }
    }
}
