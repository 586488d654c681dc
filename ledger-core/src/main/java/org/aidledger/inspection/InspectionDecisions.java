package org.aidledger.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionRefusal.ActedInProject;
import org.aidledger.inspection.InspectionRefusal.CitedUnknown;
import org.aidledger.inspection.InspectionRefusal.Concluded;
import org.aidledger.inspection.InspectionRefusal.FrozenAhead;
import org.aidledger.inspection.InspectionRefusal.NoProject;
import org.aidledger.inspection.InspectionRefusal.NoTeam;
import org.aidledger.inspection.InspectionRefusal.NotOnTeam;
import org.aidledger.inspection.InspectionRefusal.NotReportable;
import org.aidledger.inspection.InspectionRefusal.NothingCited;
import org.aidledger.inspection.InspectionRefusal.OutOfScope;
import org.aidledger.inspection.InspectionRefusal.TextMissing;
import org.aidledger.inspection.InspectionRefusal.TooLarge;
import org.aidledger.project.ProjectId;

/** What becomes of a command: a pure function of the inspection's state, the command and its context. */
public final class InspectionDecisions {

    /** Members times projects of one inspection: each pair is a tag and a precondition of the opening. */
    static final int PAIRS_MAX = 500;

    private InspectionDecisions() {
    }

    static boolean isWithinBounds(OpenInspection command) {
        return (long) command.projects().size() * command.team().size() <= PAIRS_MAX;
    }

    /** Judges a command. Broken rules come gravest first: who acts, the inspection's state and scope, the entry itself. */
    public static Decision<InspectionEvent> decide(InspectionState state, InspectionCommand command,
            InspectionContext context) {
        if (context.way() != Way.DECIDED) {
            return refused(List.of(new NotReportable(command.inspection())));
        }
        if (command instanceof OpenInspection open) {
            return open(state, open, context);
        }
        InspectionOpened opened = state.opened();
        if (opened == null) {
            return refused(List.of(new NotRegistered(command.stream())));
        }
        if (state.concluded()) {
            return refused(List.of(new Concluded(command.inspection())));
        }
        var broken = new ArrayList<Refusal>(2);
        if (!opened.team().contains(context.actor())) {
            broken.add(new NotOnTeam(context.actor().value(), command.inspection()));
        }
        InspectionEvent event = switch (command) {
            case RecordCheck c -> {
                inScope(opened, c.project(), broken);
                citable(c.cited(), context, broken);
                notBlank(c.item(), c, broken);
                yield new CheckRecorded(c.inspection(), c.project(), c.item(), c.result(), c.remark(), c.evidence(),
                        c.cited(),
                        c.effectiveDate());
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
            case OpenInspection c -> throw new IllegalStateException("opening is decided above");
        };
        return outcome(event, broken, context);
    }

    private static Decision<InspectionEvent> open(InspectionState state, OpenInspection c, InspectionContext context) {
        var opened =
                new InspectionOpened(c.inspection(), c.title(), c.projects(), c.team(), c.frozen(), c.effectiveDate());
        if (Objects.equals(opened, state.opened())) {
            return new Accepted<>(List.of());
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
        if (!isWithinBounds(c)) {
            broken.add(new TooLarge(c.inspection(), PAIRS_MAX));
        }
        if (c.frozen().size() > context.logSize()) {
            broken.add(new FrozenAhead(c.frozen().size(), context.logSize()));
        }
        return outcome(opened, broken, context);
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

    private static void notBlank(String text, InspectionCommand command, List<Refusal> broken) {
        if (text.isBlank()) {
            broken.add(new TextMissing(command.inspection()));
        }
    }

    private static Decision<InspectionEvent> outcome(InspectionEvent event, List<Refusal> broken,
            InspectionContext context) {
        if (event.effectiveDate().isAfter(context.today())) {
            broken.add(new DateInFuture(event.effectiveDate(), context.today()));
        }
        return broken.isEmpty() ? new Accepted<>(List.of(event)) : refused(broken);
    }

    private static Decision<InspectionEvent> refused(List<Refusal> broken) {
        return new Refused<>(broken);
    }
}
