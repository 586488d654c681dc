package org.aidledger.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.actor.ActorId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.project.ProjectId;

/**
 * Reads from the log who has entered something in a project, and remembers it, so that an inspection that opens on many projects
 * while somebody posts reads only what is new when it has to be decided again.
 */
final class LoggedActors implements ProjectActors {

    private static final long PROJECTS_MAX = 2_000;
    private static final Seen NOBODY = new Seen(Set.of(), -1);

    private final EntryReader reader;
    private final Catalogue catalogue;
    private final Cache<ProjectId, Seen> known = Caffeine.newBuilder().maximumSize(PROJECTS_MAX).build();

    LoggedActors(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public Seen of(ProjectId project) {
        // Two that read at once read the same twice; neither waits inside the cache for the other's database.
        Seen before = known.getIfPresent(project);
        Seen now = goOn(project, before == null ? NOBODY : before);
        known.put(project, now);
        return now;
    }

    private Seen goOn(ProjectId project, Seen before) {
        Set<ActorId> actors = new HashSet<>(before.actors());
        AtomicLong last = new AtomicLong(before.lastVersion());
        reader.eachLeafOf(project.value(), before.lastVersion() + 1, leaf -> {
            String actor = catalogue.decode(leaf).metadata().get(MetadataKeys.ACTOR);
            if (actor != null) {
                actors.add(new ActorId(actor));
            }
            last.incrementAndGet();
        });
        return last.get() == before.lastVersion() ? before : new Seen(actors, last.get());
    }
}
