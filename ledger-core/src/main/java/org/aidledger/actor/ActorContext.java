package org.aidledger.actor;

import java.time.LocalDate;

/**
 * What a decision on an actor's roles rests on besides the actor's own past.
 *
 * @param way must be decided here: a grant made elsewhere is a document
 * @param administrator who asks
 * @param today the date in Viet Nam
 * @param administratorPosts whether who asks has entered anything but roles into this ledger
 */
public record ActorContext(Way way, ActorId administrator, LocalDate today, boolean administratorPosts) {
}
