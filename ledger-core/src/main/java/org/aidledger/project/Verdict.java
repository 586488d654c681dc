package org.aidledger.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.Refusal;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;

/** What broken rules do: refuse what is decided here, stand noted beside what is reported. */
final class Verdict {

    private Verdict() {
    }

    /** @param fact becomes the stream's next event, unless it is refused */
    static Decision<ProjectEvent> of(ProjectState state, ProjectEvent fact, List<Refusal> broken,
            ProjectContext context) {
        return of(state, fact, broken, List.of(), context);
    }

    /**
     * @param fact becomes the stream's next event, unless it is refused
     * @param late rules broken by when the fact happened: refusing would not undo that, so they are noted in both ways
     */
    static Decision<ProjectEvent> of(ProjectState state, ProjectEvent fact, List<Refusal> broken, List<Refusal> late,
            ProjectContext context) {
        if (broken.isEmpty() && late.isEmpty()) {
            return new Accepted<>(List.of(fact));
        }
        if (context.isDecided() && !broken.isEmpty()) {
            return new Refused<>(broken);
        }
        var events = new ArrayList<ProjectEvent>(1 + broken.size() + late.size());
        events.add(fact);
        Stream.concat(broken.stream(), late.stream()).map(rule -> noted(state, fact, rule)).forEach(events::add);
        return new Accepted<>(events);
    }

    private static RuleBreachNoted noted(ProjectState state, ProjectEvent fact, Refusal rule) {
        return new RuleBreachNoted(fact.project(), rule.code(), rule.arguments(), state.nextVersion(),
                fact.effectiveDate());
    }

    static Decision<ProjectEvent> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }
}
