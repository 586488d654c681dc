package org.aidledger.actor;

import java.time.LocalDate;

/** Whose role somebody acts in besides their own. */
@FunctionalInterface
public interface ActsFor {

    /** Of somebody to whom nobody has delegated anything. */
    ActsFor NOBODY = (other, day) -> false;

    /** Whether the one who acts does so, on that day or on the day they enter it, in a role that {@code other} delegated. */
    boolean test(ActorId other, LocalDate day);
}
