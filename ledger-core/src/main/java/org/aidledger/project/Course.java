package org.aidledger.project;

import static org.aidledger.project.Stage.APPROVED;
import static org.aidledger.project.Stage.CANCELLED;
import static org.aidledger.project.Stage.CLOSED;
import static org.aidledger.project.Stage.COMPLETED;
import static org.aidledger.project.Stage.HANDED_OVER;
import static org.aidledger.project.Stage.IMPLEMENTING;
import static org.aidledger.project.Stage.PLEDGED;
import static org.aidledger.project.Stage.REFUSED;
import static org.aidledger.project.Stage.REVOKED;
import static org.aidledger.project.Stage.SETTLED;
import static org.aidledger.project.Stage.SUBMITTED;
import static org.aidledger.project.Stage.SUSPENDED;
import static org.aidledger.project.Stage.UNDER_APPRAISAL;
import static org.aidledger.project.Stage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectCompleted;
import org.aidledger.project.LifeEvent.ProjectHandedOver;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectResumed;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;

/** The state machine of a project: at which stages each step is possible, and where it leads. */
final class Course {

    private static final Set<Stage> OVER = EnumSet.of(CANCELLED, REFUSED, REVOKED, WITHDRAWN);
    private static final Set<Stage> BUT_CLOSED = EnumSet.complementOf(EnumSet.of(CLOSED));
    private static final Set<Stage> NOT_OVER = EnumSet.complementOf(
            EnumSet.of(CLOSED, SETTLED, CANCELLED, REFUSED, REVOKED, WITHDRAWN));
    private static final Set<Stage> RUNNING = EnumSet.of(PLEDGED, SUBMITTED, UNDER_APPRAISAL, APPROVED, IMPLEMENTING,
            COMPLETED, HANDED_OVER);
    private static final Set<Stage> ANY = EnumSet.allOf(Stage.class);

    private Course() {
    }

    /** The stages at which a fact is possible. What money needs an approval is not judged here. */
    static Set<Stage> possibleAt(ProjectEvent event, AidKind kind) {
        return switch (event) {
            case ProcedureEvent e -> possibleAt(e, kind);
            case AidApproved e -> kind == AidKind.EMERGENCY_RELIEF ? EnumSet.of(PLEDGED, UNDER_APPRAISAL)
                    : EnumSet.of(UNDER_APPRAISAL);
            case LifeEvent e -> possibleAt(e);
            case Movement e -> possibleAt(e);
            case EntryCorrected e -> BUT_CLOSED;
            case ProposalEvent.DisbursementProposed e -> RUNNING;
            case ProposalEvent e -> BUT_CLOSED;
            case StatementEvent e -> BUT_CLOSED;
            case ProjectEvent.AidAccountOpened e -> NOT_OVER;
            case ProjectEvent.ProjectRegistered e -> ANY;
            case ProjectEvent.ActivityStatusReported e -> ANY;
            case ProjectEvent.RuleBreachNoted e -> ANY;
        };
    }

    private static Set<Stage> possibleAt(ProcedureEvent event, AidKind kind) {
        return switch (event) {
            case DossierSubmitted e -> EnumSet.of(PLEDGED, SUBMITTED, UNDER_APPRAISAL);
            case DossierReturned e -> EnumSet.of(SUBMITTED);
            case DossierAccepted e -> EnumSet.of(SUBMITTED);
            case OpinionRequested e -> EnumSet.of(UNDER_APPRAISAL);
            case OpinionReceived e -> EnumSet.of(UNDER_APPRAISAL);
            case AppraisalConcluded e -> EnumSet.of(UNDER_APPRAISAL);
            case AidRefused e -> kind == AidKind.EMERGENCY_RELIEF ? EnumSet.of(PLEDGED, UNDER_APPRAISAL)
                    : EnumSet.of(UNDER_APPRAISAL);
            case ApprovalAmended e -> EnumSet.of(APPROVED, IMPLEMENTING);
            case ApprovalRevoked e -> EnumSet.of(APPROVED);
        };
    }

    private static Set<Stage> possibleAt(LifeEvent event) {
        return switch (event) {
            case ProjectSuspended e -> EnumSet.of(IMPLEMENTING);
            case ProjectResumed e -> EnumSet.of(SUSPENDED);
            case ProjectCompleted e -> EnumSet.of(IMPLEMENTING);
            case ProjectHandedOver e -> EnumSet.of(COMPLETED);
            case ProjectSettled e -> EnumSet.of(HANDED_OVER, CANCELLED);
            case ProjectClosed e -> EnumSet.of(SETTLED);
            case ProjectReopened e -> EnumSet.of(CLOSED);
            case ProjectCancelled e -> EnumSet.of(IMPLEMENTING, SUSPENDED);
        };
    }

    /** Money goes in and out while the project runs; what clears up may come until the books are closed. */
    private static Set<Stage> possibleAt(Movement movement) {
        return switch (movement) {
            case ProjectEvent.AidPledged e -> NOT_OVER;
            case ProjectEvent.CommitmentSigned e -> NOT_OVER;
            case ProjectEvent.FundsReceived e -> RUNNING;
            case ProjectEvent.FundsDisbursed e -> RUNNING;
            case ProjectEvent.ExpenditureRecorded e -> e.paidFrom() == PaidFrom.ADVANCE ? BUT_CLOSED : RUNNING;
            case ProjectEvent.AdvanceReturned e -> BUT_CLOSED;
            case ProjectEvent.FundsRefunded e -> BUT_CLOSED;
            case ProjectEvent.OtherFlowReported e -> ANY;
            case MoneyEvent.ServicesReceived e -> RUNNING;
            case MoneyEvent.PledgeReduced e -> NOT_OVER;
            case MoneyEvent.PledgeWithdrawn e -> NOT_OVER;
            case MoneyEvent.CommitmentChanged e -> NOT_OVER;
            case MoneyEvent e -> BUT_CLOSED;
            case GoodsEvent.GoodsReceived e -> RUNNING;
            case GoodsEvent e -> BUT_CLOSED;
        };
    }

    /** The stage after a fact, wherever the project was before: a report may tell of steps in any order. */
    static Stage after(Stage before, ProjectEvent event) {
        return switch (event) {
            case DossierSubmitted e -> before == UNDER_APPRAISAL ? before : SUBMITTED;
            case DossierReturned e -> PLEDGED;
            case DossierAccepted e -> UNDER_APPRAISAL;
            case AidRefused e -> REFUSED;
            case ApprovalRevoked e -> REVOKED;
            case AidApproved e -> before == IMPLEMENTING ? before : APPROVED;
            case LifeEvent e -> after(before, e);
            case ProjectEvent e -> before;
        };
    }

    private static Stage after(Stage before, LifeEvent event) {
        return switch (event) {
            case ProjectSuspended e -> SUSPENDED;
            case ProjectResumed e -> IMPLEMENTING;
            case ProjectCompleted e -> COMPLETED;
            case ProjectHandedOver e -> HANDED_OVER;
            case ProjectSettled e -> OVER.contains(before) ? before : SETTLED;
            case ProjectClosed e -> CLOSED;
            case ProjectReopened e -> SETTLED;
            case ProjectCancelled e -> CANCELLED;
        };
    }

    /** Whether money or its worth has come, with which the work begins. */
    static boolean begins(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.FundsReceived e -> true;
            case GoodsEvent.GoodsReceived e -> true;
            case MoneyEvent.ServicesReceived e -> true;
            case ProjectEvent.ExpenditureRecorded e -> e.paidFrom() == PaidFrom.DONOR;
            case ProjectEvent e -> false;
        };
    }
}
