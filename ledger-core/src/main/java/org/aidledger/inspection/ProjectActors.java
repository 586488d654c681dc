package org.aidledger.inspection;

import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.project.ProjectId;

/** Who has entered something in a project, read from its events. */
@FunctionalInterface
public interface ProjectActors {

    /** Nobody, and version -1, for a project that is not in the log. */
    Seen of(ProjectId project);

    /**
     * @param lastVersion of the project's stream, up to which this is so
     */
    record Seen(Set<ActorId> actors, long lastVersion) {

        public Seen {
            actors = Set.copyOf(actors);
        }
    }
}
