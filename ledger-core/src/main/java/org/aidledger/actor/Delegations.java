package org.aidledger.actor;

import java.time.LocalDate;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.eventstore.Terms;

/**
 * Knows who acts for whom, so that nobody does through a delegate what they may not do themselves. Asked only about persons
 * whom a rule keeps apart, which few commands do; what it answers, the append then rests on.
 */
public final class Delegations {

    private final TagIndex tags;
    private final ActorStates states;

    public Delegations(TagIndex tags, ActorStates states) {
        this.tags = tags;
        this.states = states;
    }

    /**
     * Somebody acts for another both on the day of a step and on the day they enter it: a step dated back to before the delegation
     * is done by the delegate none the less.
     *
     * @param today on which it is entered
     * @param terms of the append, which is refused when a delegation asked about is given or ended meanwhile
     */
    public ActsFor of(ActorId actor, LocalDate today, Terms terms) {
        return (other, day) -> {
            Tag delegated = Tag.delegated(other.value(), actor.value());
            long lastSeen = tags.lastSeen(delegated);
            terms.require(delegated, lastSeen);
            if (lastSeen < 0) {
                return false;
            }
            ActorState state = states.of(other);
            return state.isActedForBy(actor, day) || state.isActedForBy(actor, today);
        };
    }
}
