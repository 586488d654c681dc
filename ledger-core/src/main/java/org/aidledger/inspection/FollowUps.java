package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.Duties;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionCommand.AgreeCorrectiveAction;
import org.aidledger.inspection.InspectionCommand.EscalateFinding;
import org.aidledger.inspection.InspectionCommand.OrderRecovery;
import org.aidledger.inspection.InspectionCommand.RecordResponse;
import org.aidledger.inspection.InspectionCommand.ReportActionDone;
import org.aidledger.inspection.InspectionCommand.VerifyAction;
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.ActionVerified;
import org.aidledger.inspection.InspectionEvent.CorrectiveActionAgreed;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.inspection.InspectionRefusal.ActionNotDone;
import org.aidledger.inspection.InspectionRefusal.ActionUnknown;
import org.aidledger.inspection.InspectionRefusal.ActionVerifiedAlready;
import org.aidledger.inspection.InspectionRefusal.DueBefore;
import org.aidledger.inspection.InspectionRefusal.FindingUnknown;
import org.aidledger.inspection.InspectionRefusal.RaisedFinding;
import org.aidledger.inspection.InspectionRefusal.RecoveryNotPositive;
import org.aidledger.inspection.InspectionState.Action;
import org.jspecify.annotations.Nullable;

/** What follows a finding: response, corrective action, verification or escalation, recovery. */
final class FollowUps {

    private FollowUps() {
    }

    /** @return the event, to be recorded when nothing is broken; null when it names what does not exist */
    static @Nullable InspectionEvent decide(InspectionState state, InspectionCommand command,
            InspectionContext context, List<Refusal> broken) {
        if (!exists(state, command, broken)) {
            return null;
        }
        return switch (command) {
            case RecordResponse c -> {
                InspectionDecisions.notBlank(c.text(), c, broken);
                yield new ResponseRecorded(c.inspection(), c.finding(), c.respondent(), c.text(), c.document(),
                        c.effectiveDate());
            }
            case AgreeCorrectiveAction c -> {
                InspectionDecisions.notBlank(c.text(), c, broken);
                due(c.due(), c.effectiveDate(), broken);
                yield new CorrectiveActionAgreed(c.inspection(), c.finding(), state.actions() + 1, c.text(),
                        c.responsible(), c.due(), c.effectiveDate());
            }
            case ReportActionDone c -> {
                unverified(state, c.action(), c, broken);
                yield new ActionDone(c.inspection(), c.action(), c.text(), c.evidence(), c.effectiveDate());
            }
            case VerifyAction c -> {
                verify(state, c, context, broken);
                yield new ActionVerified(c.inspection(), c.action(), c.remark(), c.effectiveDate());
            }
            case EscalateFinding c -> {
                InspectionDecisions.notBlank(c.text(), c, broken);
                yield new FindingEscalated(c.inspection(), c.finding(), c.authority(), c.text(), c.document(),
                        c.effectiveDate());
            }
            case OrderRecovery c -> {
                if (!c.money().isPositive()) {
                    broken.add(new RecoveryNotPositive(c.money()));
                }
                due(c.due(), c.effectiveDate(), broken);
                yield new RecoveryOrdered(c.inspection(), c.finding(), c.money(), c.order(), c.due(),
                        c.effectiveDate());
            }
            default -> throw new IllegalStateException(command.getClass() + " follows no finding");
        };
    }

    private static boolean exists(InspectionState state, InspectionCommand command, List<Refusal> broken) {
        int finding = switch (command) {
            case RecordResponse c -> c.finding();
            case AgreeCorrectiveAction c -> c.finding();
            case EscalateFinding c -> c.finding();
            case OrderRecovery c -> c.finding();
            default -> 0;
        };
        int action = switch (command) {
            case ReportActionDone c -> c.action();
            case VerifyAction c -> c.action();
            default -> 0;
        };
        boolean byAction = command instanceof ReportActionDone || command instanceof VerifyAction;
        if (byAction && (action < 1 || action > state.actions())) {
            broken.add(new ActionUnknown(action, command.inspection()));
            return false;
        }
        if (!byAction && (finding < 1 || finding > state.findings())) {
            broken.add(new FindingUnknown(finding, command.inspection()));
            return false;
        }
        return true;
    }

    private static void verify(InspectionState state, VerifyAction c, InspectionContext context,
            List<Refusal> broken) {
        Action action = state.action(c.action());
        broken.addAll(Duties.breaches(context.actor(), List.of(state.raisedBy(action.finding())), c.effectiveDate(),
                context.actsFor(), actor -> new RaisedFinding(actor, action.finding(), c.inspection())));
        if (unverified(state, c.action(), c, broken) && !action.done()) {
            broken.add(new ActionNotDone(c.action(), c.inspection()));
        }
    }

    private static boolean unverified(InspectionState state, int action, InspectionCommand c, List<Refusal> broken) {
        if (state.action(action).verified()) {
            broken.add(new ActionVerifiedAlready(action, c.inspection()));
            return false;
        }
        return true;
    }

    private static void due(LocalDate due, LocalDate agreed, List<Refusal> broken) {
        if (due.isBefore(agreed)) {
            broken.add(new DueBefore(due, agreed));
        }
    }
}
