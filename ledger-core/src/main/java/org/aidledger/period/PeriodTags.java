package org.aidledger.period;

import java.time.YearMonth;
import org.aidledger.actor.ActorId;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.Tag;

/** The tags by which the closing of a period and the postings of its entity see each other, on whichever node they are decided. */
final class PeriodTags {

    /** A longer name, or one that PostgreSQL's text might not hold, goes into tags by its SHA-256. */
    private static final int PLAIN_MAX = 60;

    private PeriodTags() {
    }

    /** What happened to the entity's periods: the last event that carries it tells which months are open. */
    static Tag periods(ReportingEntity entity) {
        return new Tag("periods/" + name(entity));
    }

    /** That something was booked in a month of the entity's. */
    static Tag booked(ReportingEntity entity, YearMonth month) {
        return new Tag("booked/" + name(entity) + "/" + month);
    }

    /** That {@code actor} posted into a month of the entity's. */
    static Tag posted(ReportingEntity entity, YearMonth month, ActorId actor) {
        return new Tag("posted/" + name(entity) + "/" + month + "/" + actor);
    }

    /** That {@code actor} closed a month of the entity's. */
    static Tag closed(ReportingEntity entity, YearMonth month, ActorId actor) {
        return new Tag("closed/" + name(entity) + "/" + month + "/" + actor);
    }

    private static String name(ReportingEntity entity) {
        String key = entity.key();
        if (key.length() <= PLAIN_MAX && key.chars().noneMatch(Character::isISOControl)) {
            return key;
        }
        return Sha256.hex(key);
    }
}
