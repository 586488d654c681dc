package org.aidledger.inspection;

import static org.aidledger.inspection.InspectionFacts.*;
import static org.aidledger.testing.Judged.HERE_ONLY;
import static org.aidledger.testing.Judged.WHEN_REPORTED;

import java.util.List;
import org.aidledger.event.MetadataKeys;
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
                        given().acted("minh"), open()).keeps(given().acted("hoa"), open()),
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
                rule("inspection.seed-digest-malformed", "A plan gives the SHA-256 of its seed.", HERE_ONLY, given(),
                        plan("f00d", 1)).keeps(plan()),
                rule("inspection.sample-empty", "A sample has at least one project.", HERE_ONLY, given(),
                        plan(planned().seedSha256(), 0)).keeps(plan()),
                rule("inspection.not-planned", "A seed opens an inspection that was planned with its digest.",
                        HERE_ONLY, given(opened()), openPlanned()).keeps(given(planned()), openPlanned()),
                rule("inspection.planned", "A planned inspection is opened by its seed, and by nothing else.",
                        HERE_ONLY, given(planned()), open()).keeps(given(), open()),
                rule("inspection.seed-wrong", "The seed is the one whose digest the plan gave.", HERE_ONLY,
                        given(planned()), openPlanned("beef", 1_000)).keeps(openPlanned(SEED, 1_000)),
                rule("inspection.frozen-before-plan", "A sample is drawn on a root that nobody knew before.",
                        HERE_ONLY, given(planned()).where(plannedAt(), 500), openPlanned(SEED, 500))
                        .keeps(openPlanned(SEED, 501)),
                rule("inspection.abandoned", "An abandoned plan stays abandoned.", HERE_ONLY,
                        given(planned(), abandoned(INSPECTION)), openPlanned()).keeps(given(planned()), openPlanned()),
                rule("inspection.already-opened", "A plan is given up before it is opened.", HERE_ONLY,
                        given(planned(), opened(), drawn()), abandon()).keeps(given(planned()), abandon()),
                rule("inspection.not-opened", "An inspection begins when it is opened.", HERE_ONLY, given(planned()),
                        check()).keeps(given(planned(), opened(), drawn()), check()),
                rule("inspection.finding-unknown", "What follows a finding follows one that was raised.", HERE_ONLY,
                        given(opened(), found(1)), respond(2)).keeps(respond(1)),
                rule("inspection.action-unknown", "What is done and verified was agreed.", HERE_ONLY,
                        given(opened(), found(1), agreed()), reportDone(2)).keeps(reportDone(1)),
                rule("inspection.due-before", "What is to be done is due after it was decided.", HERE_ONLY,
                        given(opened(), found(1)), agree(Scenario.TODAY.minusDays(1))).keeps(agree(Scenario.TODAY)),
                rule("inspection.recovery-not-positive", "Only money is recovered.", HERE_ONLY,
                        given(opened(), found(1)), orderRecovery("0")).keeps(orderRecovery("50")),
                rule("segregation.raised-finding", "Who raised a finding does not verify its corrective action.",
                        HERE_ONLY, given(opened(), found(1), agreed(), done()), verify(1))
                        .keeps(byMinh(opened(), found(1), agreed(), done()), verify(1)),
                rule("inspection.action-not-done", "What is verified is said to be done.", HERE_ONLY,
                        byMinh(opened(), found(1), agreed()), verify(1))
                        .keeps(byMinh(opened(), found(1), agreed(), done()), verify(1)),
                rule("inspection.action-verified", "A verified action is settled.", HERE_ONLY,
                        given(opened(), found(1), agreed(), done(), verified()), reportDone(1))
                        .keeps(given(opened(), found(1), agreed(), done()), reportDone(1)),
                rule("inspection.concluded", "Nothing is checked, found or concluded after the conclusion.", HERE_ONLY,
                        given(opened(), concluded()),
                        check()).keeps(given(opened()), check()));
    }

    /** What has happened was entered by the one who acts in other scenarios; now the other member of the team acts. */
    private static Scenario<InspectionCommand, InspectionEvent> byMinh(InspectionEvent... past) {
        return given(past).with(MetadataKeys.ACTOR, "minh");
    }

    private static Broken<InspectionCommand, InspectionEvent> rule(String code, String rule, Judged judged,
            Scenario<InspectionCommand, InspectionEvent> broken, InspectionCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
