package org.aidledger.bank;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActsFor;
import org.aidledger.actor.Way;

/**
 * What a decision on bank statements rests on besides the statements themselves.
 *
 * @param way matching and reconciling must be decided here
 * @param actor who asks
 * @param today the date in Viet Nam
 * @param entries what the entries named by the command move on the account, by index; those that move nothing are left out
 * @param lastPosted on reconciling, index of the last event that moved cash on the account, -1 when that is not known
 * @param actsFor in whose roles the actor acts besides their own
 */
public record BankContext(Way way, ActorId actor, LocalDate today, Map<Long, CashEntry> entries, long lastPosted,
        ActsFor actsFor) {

    public BankContext {
        entries = Map.copyOf(entries);
    }
}
