package org.aidledger.project;

import java.time.LocalDate;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;

/**
 * What a decision on a project rests on besides the project itself.
 *
 * @param way decided here, or reported
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param actorInspects whether the actor is on a team that inspects this project
 */
public record ProjectContext(Way way, ActorId actor, LocalDate today, boolean actorInspects) {

    boolean isDecided() {
        return way == Way.DECIDED;
    }
}
