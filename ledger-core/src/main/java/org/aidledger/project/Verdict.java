package org.aidledger.project;

import java.util.ArrayList;
import java.util.List;
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
        if (broken.isEmpty()) {
            return new Accepted<>(List.of(fact));
        }
        if (context.isDecided()) {
            return new Refused<>(broken);
        }
        var events = new ArrayList<ProjectEvent>(1 + broken.size());
        events.add(fact);
        for (Refusal rule : broken) {
            events.add(new RuleBreachNoted(fact.project(), rule.code(), rule.arguments(), state.nextVersion(),
                    fact.effectiveDate()));
        }
        return new Accepted<>(events);
    }

    static Decision<ProjectEvent> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }
}
