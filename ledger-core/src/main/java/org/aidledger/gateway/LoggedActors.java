package org.aidledger.gateway;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.actor.ActorId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.project.ProjectId;

/** Reads from the log who has entered something in a project. Asked seldom: about the scope of an inspection that opens. */
final class LoggedActors implements ProjectActors {

    private final EntryReader reader;
    private final Catalogue catalogue;

    LoggedActors(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public Seen of(ProjectId project) {
        Set<ActorId> actors = new HashSet<>();
        AtomicLong last = new AtomicLong(-1);
        reader.eachLeafOf(project.value(), leaf -> {
            String actor = catalogue.decode(leaf).metadata().get(MetadataKeys.ACTOR);
            if (actor != null) {
                actors.add(new ActorId(actor));
            }
            last.incrementAndGet();
        });
        return new Seen(actors, last.get());
    }
}
