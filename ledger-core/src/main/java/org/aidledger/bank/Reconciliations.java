package org.aidledger.bank;

import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankRefusal.ReconciledStatement;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.eventstore.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Makes cash that moves on an account known to whoever reconciles its statements, and says whether who posts it has reconciled
 * them. What it says is made a term of the append, so that a reconciliation on another node and a posting here cannot both
 * succeed on what they did not see.
 */
public final class Reconciliations {

    private final TagIndex tags;
    private final RecordedEvents events;

    public Reconciliations(TagIndex tags, RecordedEvents events) {
        this.tags = tags;
        this.events = events;
    }

    /**
     * Sets the terms for an event that moves cash.
     *
     * @param moves all it moves, on whichever accounts
     * @return why the actor may not decide on it here, or null
     */
    public @Nullable ReconciledStatement post(List<AccountMove> moves, ActorId actor, Terms terms) {
        ReconciledStatement refusal = null;
        for (AccountMove moved : moves) {
            Tag reconciled = BankTags.reconciled(moved.account(), actor);
            long lastSeen = tags.lastSeen(reconciled);
            terms.require(reconciled, lastSeen);
            terms.tag(BankTags.cash(moved.account()));
            if (lastSeen >= 0 && events.at(lastSeen) instanceof StatementReconciled last
                    && !moved.move().date().isAfter(last.to())) {
                refusal = new ReconciledStatement(actor.value(), moved.account().toString(), last.to());
            }
        }
        return refusal;
    }
}
