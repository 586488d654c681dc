package org.aidledger.actor;

import java.time.LocalDate;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** What an actor was entrusted with, and by whom it was exercised, one record a fact. */
public sealed interface ActorEvent extends LedgerEvent {

    ActorStreamId stream();

    /**
     * Somebody may act in a role.
     *
     * @param from the first day
     * @param until the last day, null while none is set
     * @param decision what it rests on
     */
    record RoleGranted(ActorStreamId stream, GrantedRole role, LocalDate from, @Nullable LocalDate until,
            DocumentRef decision, LocalDate effectiveDate) implements ActorEvent {
    }

    /** Somebody may no longer act in a role, from this day on. */
    record RoleWithdrawn(ActorStreamId stream, GrantedRole role, DocumentRef decision, LocalDate effectiveDate)
            implements ActorEvent {
    }

    /**
     * Somebody lets another act in their role for a time.
     *
     * @param delegate who may act
     * @param from the first day
     * @param until the last day
     * @param decision what it rests on
     */
    record DelegationGiven(ActorStreamId stream, ActorId delegate, GrantedRole role, LocalDate from, LocalDate until,
            DocumentRef decision, LocalDate effectiveDate) implements ActorEvent {
    }

    /** A delegation ends before its last day, from this day on. */
    record DelegationEnded(ActorStreamId stream, ActorId delegate, GrantedRole role, DocumentRef decision,
            LocalDate effectiveDate) implements ActorEvent {
    }
}
