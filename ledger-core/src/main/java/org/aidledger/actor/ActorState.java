package org.aidledger.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;

/** What the rules of roles need to know of an actor's past. Mutable and owned by whoever folds the stream. */
public final class ActorState {

    private final List<Term> roles = new ArrayList<>(4);
    private final List<Delegation> delegations = new ArrayList<>(4);
    private long nextVersion;

    /** A role for a time; {@code until} is the last day. */
    private record Term(GrantedRole role, LocalDate from, LocalDate until) {

        boolean overlaps(LocalDate first, LocalDate last) {
            return !until.isBefore(first) && !last.isBefore(from);
        }
    }

    private record Delegation(ActorId delegate, Term term) {
    }

    private ActorState() {
    }

    /** A stream without events. */
    public static ActorState empty() {
        return new ActorState();
    }

    /** The state after one more event, which is this object, changed. */
    public ActorState evolve(ActorEvent event) {
        nextVersion++;
        switch (event) {
            case RoleGranted e ->
                roles.add(new Term(e.role(), e.from(), e.until() == null ? LocalDate.MAX : e.until()));
            case RoleWithdrawn e -> roles.replaceAll(term -> term.role == e.role() ? cut(term, e.effectiveDate())
                    : term);
            case DelegationGiven e -> delegations.add(new Delegation(e.delegate(),
                    new Term(e.role(), e.from(), e.until())));
            case DelegationEnded e -> delegations.replaceAll(
                    one -> one.delegate.equals(e.delegate()) && one.term.role == e.role()
                            ? new Delegation(one.delegate, cut(one.term, e.effectiveDate()))
                            : one);
        }
        return this;
    }

    private static Term cut(Term term, LocalDate from) {
        return term.until.isBefore(from) ? term : new Term(term.role, term.from, from.minusDays(1));
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** Whether the role is held on at least one day of these. */
    boolean holds(GrantedRole role, LocalDate first, LocalDate last) {
        return roles.stream().anyMatch(term -> term.role == role && term.overlaps(first, last));
    }

    /** Whether the role is held on every day of these, by one grant. */
    boolean holdsThroughout(GrantedRole role, LocalDate first, LocalDate last) {
        return roles.stream().anyMatch(
                term -> term.role == role && !term.from.isAfter(first) && !term.until.isBefore(last));
    }

    /** Whether somebody acts in a role of this actor on that day: it is delegated to them, and still held. */
    boolean isActedForBy(ActorId delegate, LocalDate day) {
        return delegations.stream().anyMatch(one -> one.delegate.equals(delegate) && one.term.overlaps(day, day)
                && holds(one.term.role, day, day));
    }

    /** To whom something was ever delegated. */
    Set<ActorId> delegates() {
        return delegations.stream().map(Delegation::delegate).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean delegates(GrantedRole role, ActorId delegate, LocalDate day) {
        return delegations.stream().anyMatch(one -> one.delegate.equals(delegate) && one.term.role == role
                && !one.term.until.isBefore(day));
    }
}
