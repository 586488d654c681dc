package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;

/** Histories that the ledger's own decisions allow, with every kind of event, drawn from a seed; for tests of what is made of them. */
public final class GeneratedHistory {

    private static final RuleSets RULES = RuleFiles.shipped();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private GeneratedHistory() {
    }

    /**
     * One event.
     *
     * @param way DECIDED or REPORTED
     */
    public record Told(ProjectEvent event, String actor, String way) {
    }

    /** What became of so many random commands. */
    public static List<Told> of(long seed, ProjectId id, int commands) {
        RandomCommands random = new RandomCommands(seed, id, RULES, seed % 2 == 0 ? 5 : 50, TODAY, 0);
        ModelProject model = new ModelProject();
        ProjectState state = ProjectState.empty();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            RandomCommands.Step step = random.next(model);
            if (ProjectDecisions.decide(state, step.command(),
                    step.who()) instanceof Accepted<ProjectEvent>(var events)) {
                for (ProjectEvent event : events) {
                    state.evolve(event, step.who().actor());
                    model.tell(event, step.who().actor());
                    told.add(new Told(event, step.who().actor().value(), step.who().way().name()));
                }
            }
        }
        return told;
    }
}
