package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.project.ProjectId;

/**
 * What a decision on a post-inspection rests on besides the inspection itself.
 *
 * @param way must be decided here: an inspection is never reported
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param acted on opening, who of the team has acted in which project of the scope
 * @param logSize how many events there are to cite
 */
public record InspectionContext(Way way, ActorId actor, LocalDate today, List<Acted> acted, long logSize) {

    /** A member of the team who has entered something into a project of the scope. */
    public record Acted(ProjectId project, ActorId member) {
    }

    public InspectionContext {
        acted = List.copyOf(acted);
    }
}
