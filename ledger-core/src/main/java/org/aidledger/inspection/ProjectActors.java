package org.aidledger.inspection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.project.ProjectId;

/** Who has entered something in projects, read from their events. */
@FunctionalInterface
public interface ProjectActors {

    /** Of each of them; nobody, and version -1, for a project that is not in the log. All at once, as somebody may be posting. */
    Map<ProjectId, Seen> of(Collection<ProjectId> projects);

    /**
     * @param lastVersion of the project's stream, up to which this is so
     */
    record Seen(Set<ActorId> actors, long lastVersion) {

        public Seen {
            actors = Set.copyOf(actors);
        }
    }
}
