package org.aidledger.view.actor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds.
 *
 * @param until the last day, null while none is set
 * @param delegatedBy whose role it is, null when it was granted
 * @param index the event that granted or delegated it
 */
public record HeldRole(String actor, String role, LocalDate from, @Nullable LocalDate until,
        @Nullable String delegatedBy, long index) {
}
