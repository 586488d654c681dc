package org.aidledger.actor;

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

    /** @param terms of the append, which is refused when a delegation asked about is given or ended meanwhile */
    public ActsFor of(ActorId actor, Terms terms) {
        return (other, day) -> {
            Tag delegated = Tag.delegated(other.value(), actor.value());
            long lastSeen = tags.lastSeen(delegated);
            terms.require(delegated, lastSeen);
            return lastSeen >= 0 && states.of(other).isActedForBy(actor, day);
        };
    }
}
