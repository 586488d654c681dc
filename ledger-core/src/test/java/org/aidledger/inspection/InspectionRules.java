package org.aidledger.inspection;

import static org.aidledger.inspection.InspectionFacts.*;
import static org.aidledger.testing.Judged.HERE_ONLY;
import static org.aidledger.testing.Judged.WHEN_REPORTED;

import java.util.List;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of a post-inspection by example, in the order in which a reader meets them. */
public final class InspectionRules {

    private InspectionRules() {
    }

    public static List<RuleExample<InspectionCommand, InspectionEvent>> examples() {
        return List.of(
                rule("inspection.not-reportable", "An inspection is carried out in this ledger.", WHEN_REPORTED,
                        given(), open())
                        .keeps(open()),
                rule("segregation.acted-in-project", "Who has entered anything into a project does not inspect it.",
                        HERE_ONLY,
                        given().where(acted("minh"), 17), open()).keeps(given().where(acted("hoa"), 17), open()),
                rule("segregation.not-on-team", "Only the team checks, raises findings and concludes.", HERE_ONLY,
                        given(openedWithout(Scenario.ACTOR)), check()).keeps(given(opened()), check()),
                rule("inspection.no-project", "An inspection names the projects it inspects.", HERE_ONLY, given(),
                        open(List.of(), TEAM)).keeps(open()),
                rule("inspection.no-team", "An inspection names its team.", HERE_ONLY, given(),
                        open(List.of(INSPECTED), List.of()))
                        .keeps(open()),
                rule("inspection.too-large", "Members times projects are at most 500; a larger scope is split.",
                        HERE_ONLY, given(),
                        open(projects(251), TEAM)).keeps(open(projects(250), TEAM)),
                rule("inspection.frozen-ahead", "An inspection judges the log as it is or was.", HERE_ONLY, given(),
                        openOn(frozen(1_001))).keeps(openOn(frozen(1_000))),
                rule("inspection.out-of-scope", "Checks and findings are about the projects named on opening.",
                        HERE_ONLY,
                        given(opened()), raise(NOT_INSPECTED, 3L)).keeps(raise(INSPECTED, 3L)),
                rule("inspection.nothing-cited", "A finding cites the events it judges.", HERE_ONLY, given(opened()),
                        raise())
                        .keeps(raise(3L)),
                rule("inspection.cited-unknown", "What is cited is in the log.", HERE_ONLY, given(opened()),
                        raise(1_000L))
                        .keeps(raise(999L)),
                rule("inspection.text-missing", "A check names its item, a finding and a conclusion say something.",
                        HERE_ONLY,
                        given(opened()), check(" ")).keeps(check("vouchers")),
                rule("inspection.concluded", "Nothing is added after the conclusion.", HERE_ONLY,
                        given(opened(), concluded()),
                        check()).keeps(given(opened()), check()));
    }

    private static Broken<InspectionCommand, InspectionEvent> rule(String code, String rule, Judged judged,
            Scenario<InspectionCommand, InspectionEvent> broken, InspectionCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
