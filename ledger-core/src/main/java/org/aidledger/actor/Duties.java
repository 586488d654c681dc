package org.aidledger.actor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aidledger.event.GeneralRefusal.ActsForAnother;
import org.aidledger.event.Refusal;

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
}
