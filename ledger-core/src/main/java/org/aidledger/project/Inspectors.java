package org.aidledger.project;

import java.util.function.ObjLongConsumer;
import org.aidledger.actor.ActorId;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;

/** Who inspects a project enters nothing in it, on whichever node the one or the other comes first. */
public final class Inspectors {

    private Inspectors() {
    }

    /**
     * Whether the actor is on a team that inspects the project. Who asks matters only where a project was ever inspected: of all
     * others the append engine soon knows that they were not.
     *
     * @param require gets what the answer rests on
     */
    public static boolean include(ActorId actor, ProjectId project, TagIndex tags,
            ObjLongConsumer<Tag> require) {
        if (lastSeen(Tag.inspected(project.value()), tags, require) < 0) {
            return false;
        }
        return lastSeen(Tag.inspects(project.value(), actor.value()), tags, require) >= 0;
    }

    private static long lastSeen(Tag tag, TagIndex tags, ObjLongConsumer<Tag> require) {
        long index = tags.lastSeen(tag);
        require.accept(tag, index);
        return index;
    }
}
