package org.aidledger.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActsFor;
import org.aidledger.actor.Duties;
import org.aidledger.actor.Way;
import org.aidledger.event.Refusal;
import org.aidledger.rules.RuleSets;

/**
 * What a decision on a project rests on besides the project itself.
 *
 * @param way decided here, or reported
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param actorInspects whether the actor is on a team that inspects this project
 * @param rules by which each step is judged, on its own date
 * @param actsFor in whose roles the actor acts besides their own
 */
public record ProjectContext(Way way, ActorId actor, LocalDate today, boolean actorInspects, RuleSets rules,
        ActsFor actsFor) {

    /** For what is entered by one person alone, where nobody is kept apart from anybody. */
    public ProjectContext(Way way, ActorId actor, LocalDate today, boolean actorInspects, RuleSets rules) {
        this(way, actor, today, actorInspects, rules, ActsFor.NOBODY);
    }

    boolean isDecided() {
        return way == Way.DECIDED;
    }

    /** What stands against an act of persons kept apart; judged when decided here, as who reports facts did not do them. */
    List<Refusal> duties(Collection<ActorId> barred, LocalDate day, Function<String, Refusal> rule) {
        return isDecided() ? Duties.breaches(actor, barred, day, actsFor, rule) : List.of();
    }
}
