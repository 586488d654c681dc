package org.aidledger.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionCommand.AbandonInspection;
import org.aidledger.inspection.InspectionCommand.AgreeCorrectiveAction;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.EscalateFinding;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
import org.aidledger.inspection.InspectionCommand.OrderRecovery;
import org.aidledger.inspection.InspectionCommand.PlanInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionCommand.RecordResponse;
import org.aidledger.inspection.InspectionCommand.ReportActionDone;
import org.aidledger.inspection.InspectionCommand.VerifyAction;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionRefusal.Abandoned;
import org.aidledger.inspection.InspectionRefusal.ActedInProject;
import org.aidledger.inspection.InspectionRefusal.CitedUnknown;
import org.aidledger.inspection.InspectionRefusal.Concluded;
import org.aidledger.inspection.InspectionRefusal.FrozenAhead;
import org.aidledger.inspection.InspectionRefusal.NoProject;
import org.aidledger.inspection.InspectionRefusal.NoTeam;
import org.aidledger.inspection.InspectionRefusal.NotOnTeam;
import org.aidledger.inspection.InspectionRefusal.NotOpened;
import org.aidledger.inspection.InspectionRefusal.NotReportable;
import org.aidledger.inspection.InspectionRefusal.NothingCited;
import org.aidledger.inspection.InspectionRefusal.OutOfScope;
import org.aidledger.inspection.InspectionRefusal.Planned;
import org.aidledger.inspection.InspectionRefusal.TextMissing;
import org.aidledger.inspection.InspectionRefusal.TooLarge;
import org.aidledger.project.ProjectId;

/** What becomes of a command: a pure function of the inspection's state, the command and its context. */
public final class InspectionDecisions {

    /** Members times projects of one inspection: each pair is a tag, each project a stream to read and to rest on. */
    static final int PAIRS_MAX = 500;

    private InspectionDecisions() {
    }

    static boolean isWithinBounds(List<ProjectId> projects, List<ActorId> team) {
        return (long) projects.size() * Math.max(1, team.size()) <= PAIRS_MAX;
    }

    /** Judges a command. Broken rules come gravest first: who acts, the inspection's state and scope, the entry itself. */
    public static Decision<InspectionEvent> decide(InspectionState state, InspectionCommand command,
            InspectionContext context) {
        if (context.way() != Way.DECIDED) {
            return refused(List.of(new NotReportable(command.inspection())));
        }
        return switch (command) {
            case PlanInspection c -> PlanDecisions.plan(state, c, context);
            case AbandonInspection c -> PlanDecisions.abandon(state, c, context);
            case OpenPlannedInspection c -> PlanDecisions.open(state, c, context);
            case OpenInspection c -> open(state, c, context);
            case RecordCheck _,RaiseFinding _,ConcludeInspection _,RecordResponse _,AgreeCorrectiveAction _,ReportActionDone _,VerifyAction _,EscalateFinding _,OrderRecovery _ ->
                work(state, command, context);
        };
    }

    /** What is done once the inspection is open; what follows a finding may go on after the conclusion. */
    private static Decision<InspectionEvent> work(InspectionState state, InspectionCommand command,
            InspectionContext context) {
        InspectionOpened opened = state.opened();
        if (opened == null) {
            return refused(List.of(state.planned() == null ? new NotRegistered(command.stream())
                    : state.abandoned() ? new Abandoned(command.inspection()) : new NotOpened(command.inspection())));
        }
        boolean inspects = switch (command) {
            case RecordCheck _,RaiseFinding _,ConcludeInspection _ -> true;
            default -> false;
        };
        if (inspects && state.concluded()) {
            return refused(List.of(new Concluded(command.inspection())));
        }
        var broken = new ArrayList<Refusal>(2);
        boolean byAnyone = command instanceof RecordResponse || command instanceof ReportActionDone;
        if (!byAnyone && !opened.team().contains(context.actor())) {
            broken.add(new NotOnTeam(context.actor().value(), command.inspection()));
        }
        InspectionEvent event = inspects ? inspected(state, opened, command, context, broken)
                : FollowUps.decide(state, command, context, broken);
        return event == null ? refused(broken) : outcome(List.of(event), broken, context);
    }

    private static InspectionEvent inspected(InspectionState state, InspectionOpened opened, InspectionCommand command,
            InspectionContext context, List<Refusal> broken) {
        return switch (command) {
            case RecordCheck c -> {
                inScope(opened, c.project(), broken);
                citable(c.cited(), context, broken);
                notBlank(c.item(), c, broken);
                yield new CheckRecorded(c.inspection(), c.project(), c.item(), c.result(), c.remark(), c.evidence(),
                        c.cited(), c.effectiveDate());
            }
            case RaiseFinding c -> {
                inScope(opened, c.project(), broken);
                if (c.cited().isEmpty()) {
                    broken.add(new NothingCited(c.inspection()));
                }
                citable(c.cited(), context, broken);
                notBlank(c.text(), c, broken);
                yield new FindingRaised(c.inspection(), state.findings() + 1, c.project(), c.severity(), c.text(),
                        c.questioned(), c.cited(), c.effectiveDate());
            }
            case ConcludeInspection c -> {
                notBlank(c.conclusion(), c, broken);
                yield new InspectionConcluded(c.inspection(), c.conclusion(), c.minutes(), c.effectiveDate());
            }
            default -> throw new IllegalStateException(command.getClass() + " is decided elsewhere");
        };
    }

    private static Decision<InspectionEvent> open(InspectionState state, OpenInspection c, InspectionContext context) {
        var opened =
                new InspectionOpened(c.inspection(), c.title(), c.projects(), c.team(), c.frozen(), c.effectiveDate());
        if (Objects.equals(opened, state.opened())) {
            return new Accepted<>(List.of());
        }
        if (state.planned() != null) {
            return refused(List.of(new Planned(c.inspection())));
        }
        if (state.opened() != null) {
            return refused(List.of(new RegisteredDifferently(c.stream())));
        }
        var broken = new ArrayList<Refusal>(2);
        context.acted().forEach(a -> broken.add(new ActedInProject(a.member().value(), a.project().value())));
        if (c.projects().isEmpty()) {
            broken.add(new NoProject(c.inspection()));
        }
        if (c.team().isEmpty()) {
            broken.add(new NoTeam(c.inspection()));
        }
        if (!isWithinBounds(c.projects(), c.team())) {
            broken.add(new TooLarge(c.inspection(), PAIRS_MAX));
        }
        if (c.frozen().size() > context.logSize()) {
            broken.add(new FrozenAhead(c.frozen().size(), context.logSize()));
        }
        return outcome(List.of(opened), broken, context);
    }

    private static void inScope(InspectionOpened opened, ProjectId project, List<Refusal> broken) {
        if (!opened.projects().contains(project)) {
            broken.add(new OutOfScope(project.value(), opened.inspection()));
        }
    }

    private static void citable(List<Long> cited, InspectionContext context, List<Refusal> broken) {
        for (long index : cited) {
            if (index < 0 || index >= context.logSize()) {
                broken.add(new CitedUnknown(index, context.logSize()));
            }
        }
    }

    static void notBlank(String text, InspectionCommand command, List<Refusal> broken) {
        if (text.isBlank()) {
            broken.add(new TextMissing(command.inspection()));
        }
    }

    /** @param events of one day */
    static Decision<InspectionEvent> outcome(List<InspectionEvent> events, List<Refusal> broken,
            InspectionContext context) {
        var date = events.getFirst().effectiveDate();
        if (date.isAfter(context.today())) {
            broken.add(new DateInFuture(date, context.today()));
        }
        return broken.isEmpty() ? new Accepted<>(events) : refused(broken);
    }

    static Decision<InspectionEvent> refused(List<Refusal> broken) {
        return new Refused<>(broken);
    }
}
