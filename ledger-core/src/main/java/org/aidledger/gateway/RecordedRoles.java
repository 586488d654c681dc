package org.aidledger.gateway;

import org.aidledger.actor.ActorEvent;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorState;
import org.aidledger.actor.ActorStates;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;

/** Folds an actor's roles from the log. Asked seldom: only about who has delegated something to the one who acts. */
final class RecordedRoles implements ActorStates {

    private final EntryReader reader;
    private final Catalogue catalogue;

    RecordedRoles(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public ActorState of(ActorId actor) {
        ActorState state = ActorState.empty();
        reader.eachLeafOf(ActorStreamId.of(actor).value(),
                leaf -> state.evolve((ActorEvent) catalogue.decode(leaf).payload()));
        return state;
    }
}
