package org.aidledger.period;

import java.time.LocalDate;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;

/**
 * What a decision on accounting periods rests on besides the periods themselves.
 *
 * @param way must be decided here: a closing is never reported
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param entityHasPeriods on opening, whether the entity's periods are kept in some stream already
 * @param actorPosted on closing, whether the actor has posted into the month
 * @param lastBooked on closing, index of the last event booked in the month since the periods were opened, -1 for none
 */
public record PeriodContext(Way way, ActorId actor, LocalDate today, boolean entityHasPeriods, boolean actorPosted,
        long lastBooked) {
}
