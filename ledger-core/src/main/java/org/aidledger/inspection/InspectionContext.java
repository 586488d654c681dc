package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActsFor;
import org.aidledger.actor.Way;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a post-inspection rests on besides the inspection itself.
 *
 * @param way must be decided here: an inspection is never reported
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param acted on opening, who of the team has acted in which project of the scope
 * @param logSize how many events there are to cite
 * @param abandoned the planner's plans given up since their last sample was drawn
 * @param plannedIndex index of the plan's event, -1 when there is none or it is not known here
 * @param actsFor in whose roles the actor acts besides their own
 * @param seedSha256 digest of the seed that a command reveals, else null
 */
public record InspectionContext(Way way, ActorId actor, LocalDate today, List<Acted> acted, long logSize,
        List<InspectionId> abandoned, long plannedIndex, ActsFor actsFor, @Nullable String seedSha256) {

    /** A member of the team who has entered something into a project of the scope. */
    public record Acted(ProjectId project, ActorId member) {
    }

    public InspectionContext {
        acted = List.copyOf(acted);
        abandoned = List.copyOf(abandoned);
    }
}
