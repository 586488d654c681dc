package org.aidledger.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionCommand.AbandonInspection;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
import org.aidledger.inspection.InspectionCommand.PlanInspection;
import org.aidledger.inspection.InspectionEvent.InspectionAbandoned;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
import org.aidledger.inspection.InspectionRefusal.Abandoned;
import org.aidledger.inspection.InspectionRefusal.ActedInProject;
import org.aidledger.inspection.InspectionRefusal.AlreadyOpened;
import org.aidledger.inspection.InspectionRefusal.FrozenAhead;
import org.aidledger.inspection.InspectionRefusal.FrozenBeforePlan;
import org.aidledger.inspection.InspectionRefusal.NoProject;
import org.aidledger.inspection.InspectionRefusal.NoTeam;
import org.aidledger.inspection.InspectionRefusal.NotPlanned;
import org.aidledger.inspection.InspectionRefusal.SampleEmpty;
import org.aidledger.inspection.InspectionRefusal.SeedDigestMalformed;
import org.aidledger.inspection.InspectionRefusal.SeedWrong;
import org.aidledger.inspection.InspectionRefusal.TooLarge;

/** From the plan of an inspection to its sample: a seed that is bound before the root is known, and shown afterwards. */
final class PlanDecisions {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private PlanDecisions() {
    }

    static Decision<InspectionEvent> plan(InspectionState state, PlanInspection c, InspectionContext context) {
        InspectionPlanned before = state.planned();
        var planned = new InspectionPlanned(c.inspection(), c.title(), c.population(), c.sampleSize(), c.seedSha256(),
                context.actor(), before == null ? context.abandoned() : before.abandoned(), c.effectiveDate());
        if (planned.equals(before)) {
            return new Accepted<>(List.of());
        }
        if (state.nextVersion() > 0) {
            return refused(new RegisteredDifferently(c.stream()));
        }
        var broken = new ArrayList<Refusal>(2);
        if (!DIGEST.matcher(c.seedSha256()).matches()) {
            broken.add(new SeedDigestMalformed(c.inspection()));
        }
        if (c.sampleSize() < 1) {
            broken.add(new SampleEmpty(c.inspection()));
        }
        InspectionDecisions.notBlank(c.title(), c, broken);
        return InspectionDecisions.outcome(List.of(planned), broken, context);
    }

    static Decision<InspectionEvent> abandon(InspectionState state, AbandonInspection c, InspectionContext context) {
        if (state.abandoned()) {
            return new Accepted<>(List.of());
        }
        if (state.planned() == null) {
            return refused(
                    state.opened() == null ? new NotRegistered(c.stream()) : new AlreadyOpened(c.inspection()));
        }
        if (state.opened() != null) {
            return refused(new AlreadyOpened(c.inspection()));
        }
        var broken = new ArrayList<Refusal>(2);
        InspectionDecisions.notBlank(c.text(), c, broken);
        var listed = new ArrayList<>(context.abandoned());
        listed.add(c.inspection());
        return InspectionDecisions.outcome(
                List.of(new InspectionAbandoned(c.inspection(), c.text(), listed, c.effectiveDate())), broken, context);
    }

    static Decision<InspectionEvent> open(InspectionState state, OpenPlannedInspection c, InspectionContext context) {
        InspectionPlanned planned = state.planned();
        if (planned == null) {
            return refused(state.opened() == null ? new NotRegistered(c.stream()) : new NotPlanned(c.inspection()));
        }
        if (state.abandoned()) {
            return refused(new Abandoned(c.inspection()));
        }
        var opened = new InspectionOpened(c.inspection(), planned.title(), c.sample(), c.team(), c.frozen(),
                c.effectiveDate());
        if (opened.equals(state.opened())) {
            return new Accepted<>(List.of());
        }
        if (state.opened() != null) {
            return refused(new RegisteredDifferently(c.stream()));
        }
        var broken = new ArrayList<Refusal>(2);
        if (!planned.seedSha256().equals(context.seedSha256())) {
            broken.add(new SeedWrong(c.inspection()));
        }
        if (context.plannedIndex() >= c.frozen().size()) {
            broken.add(new FrozenBeforePlan(c.frozen().size(), c.inspection()));
        }
        context.acted().forEach(a -> broken.add(new ActedInProject(a.member().value(), a.project().value())));
        scope(c, context, broken);
        return InspectionDecisions.outcome(List.of(opened, new SampleDrawn(c.inspection(), c.seed(), c.population(),
                context.abandoned(), c.effectiveDate())), broken, context);
    }

    private static void scope(OpenPlannedInspection c, InspectionContext context, List<Refusal> broken) {
        if (c.sample().isEmpty()) {
            broken.add(new NoProject(c.inspection()));
        }
        if (c.team().isEmpty()) {
            broken.add(new NoTeam(c.inspection()));
        }
        if (!InspectionDecisions.isWithinBounds(c.sample(), c.team())) {
            broken.add(new TooLarge(c.inspection(), InspectionDecisions.PAIRS_MAX));
        }
        if (c.frozen().size() > context.logSize()) {
            broken.add(new FrozenAhead(c.frozen().size(), context.logSize()));
        }
    }

    private static Decision<InspectionEvent> refused(Refusal refusal) {
        return InspectionDecisions.refused(List.of(refusal));
    }
}
