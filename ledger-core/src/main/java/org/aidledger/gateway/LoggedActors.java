package org.aidledger.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.inspection.ProjectActors;
import org.aidledger.project.ProjectId;

/**
 * Reads from the log who has entered something in projects, and remembers it: to open an inspection of many projects again reads
 * only what is new.
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
    public Map<ProjectId, Seen> of(Collection<ProjectId> projects) {
        // Two that read at once read the same twice; neither waits inside the cache for the other's database.
        Map<ProjectId, Seen> seen = new LinkedHashMap<>();
        Map<String, Long> lastVersions = new LinkedHashMap<>();
        for (ProjectId project : projects) {
            Seen before = Objects.requireNonNullElse(known.getIfPresent(project), NOBODY);
            seen.put(project, before);
            lastVersions.put(project.value(), before.lastVersion());
        }
        reader.eachLeafAfter(lastVersions, (stream, leaf) -> seen.computeIfPresent(new ProjectId(stream),
                (project, before) -> andWhoWrote(leaf, before)));
        known.putAll(seen);
        return seen;
    }

    private Seen andWhoWrote(byte[] leaf, Seen before) {
        Set<ActorId> actors = before.actors();
        String actor = catalogue.decode(leaf).metadata().get(MetadataKeys.ACTOR);
        if (actor != null && !actors.contains(new ActorId(actor))) {
            actors = new HashSet<>(actors);
            actors.add(new ActorId(actor));
        }
        return new Seen(actors, before.lastVersion() + 1);
    }
}
