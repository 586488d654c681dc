package org.aidledger.actor;

import static org.aidledger.actor.ActorFacts.*;
import static org.aidledger.testing.Judged.HERE_ONLY;
import static org.aidledger.testing.Judged.WHEN_REPORTED;

import java.util.List;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of roles and delegations by example, in the order in which a reader meets them. */
public final class ActorRules {

    private ActorRules() {
    }

    public static List<RuleExample<ActorCommand, ActorEvent>> examples() {
        return List.of(
                rule("role.not-reportable", "Roles are granted in this ledger.", WHEN_REPORTED, given(), grant())
                        .keeps(grant()),
                rule("segregation.administrator-posts", "Who has entered anything else does not administer users.",
                        HERE_ONLY, given().where(posts(Scenario.ACTOR), 17), grant())
                        .keeps(given().where(posts("hoa"), 17), grant()),
                rule("segregation.own-role", "Nobody administers roles of their own.", HERE_ONLY, given(),
                        grant(ActorStreamId.of(new ActorId(Scenario.ACTOR)), FROM, UNTIL)).keeps(grant()),
                rule("role.dates-reversed", "A role ends after it begins.", HERE_ONLY, given(),
                        grant(MINH, UNTIL, FROM)).keeps(grant()),
                rule("role.already-granted", "A role is granted once for a day.", HERE_ONLY, given(granted()),
                        grant(MINH, UNTIL, null)).keeps(grant(MINH, UNTIL.plusDays(1), null)),
                rule("role.not-granted", "Only a role that is held is withdrawn or delegated.", HERE_ONLY,
                        given(granted()), delegate(HOA, UNTIL.plusDays(1))).keeps(delegate(HOA, UNTIL)),
                rule("role.delegates-to-self", "A role is delegated to somebody else.", HERE_ONLY, given(granted()),
                        delegate(MINH.actor(), UNTIL)).keeps(delegate()),
                rule("role.delegation-unknown", "Only a delegation that was given ends.", HERE_ONLY, given(granted()),
                        endDelegation()).keeps(given(granted(), delegated()), endDelegation()));
    }

    private static Broken<ActorCommand, ActorEvent> rule(String code, String rule, Judged judged,
            Scenario<ActorCommand, ActorEvent> broken, ActorCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
