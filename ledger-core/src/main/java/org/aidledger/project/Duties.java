package org.aidledger.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActsFor;
import org.aidledger.event.Refusal;
import org.aidledger.project.DutyRefusal.ActsForAnother;

/** Keeps apart the persons who do one thing and the other; who acts for one of them by delegation is kept apart as well. */
public final class Duties {

    private Duties() {
    }

    /**
     * What stands against an act.
     *
     * @param actor who acts
     * @param barred who may not, for what they have done
     * @param day of the act
     * @param rule the rule that keeps such a person from it
     * @return nothing, the rule or, where somebody acts for another whom it keeps from it, that they do
     */
    public static List<Refusal> breaches(ActorId actor, Collection<ActorId> barred, LocalDate day, ActsFor actsFor,
            Function<String, Refusal> rule) {
        if (barred.contains(actor)) {
            return List.of(rule.apply(actor.value()));
        }
        for (ActorId person : barred) {
            if (actsFor.test(person, day)) {
                return List
                        .of(new ActsForAnother(actor.value(), person.value(), rule.apply(person.value()).code()));
            }
        }
        return List.of();
    }

    /** The same for a step of a project: judged when decided here, as who reports facts did not do them. */
    static List<Refusal> breaches(ProjectContext context, Collection<ActorId> barred, LocalDate day,
            Function<String, Refusal> rule) {
        return context.isDecided() ? breaches(context.actor(), barred, day, context.actsFor(), rule) : List.of();
    }
}
