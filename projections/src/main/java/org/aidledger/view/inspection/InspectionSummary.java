package org.aidledger.view.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection in a list.
 *
 * @param firstIndex the event that planned it or, where it was not planned, opened it
 * @param plannedOn null for one that was not planned
 * @param openedOn null while it is planned, and when its plan was given up
 * @param concludedOn null while it is open
 * @param checks how many are recorded
 * @param findings how many are raised
 */
public record InspectionSummary(String id, String title, State state, long firstIndex, @Nullable LocalDate plannedOn,
        @Nullable LocalDate openedOn, @Nullable LocalDate concludedOn, long checks, long findings) {

    /** Where an inspection is. */
    public enum State {
        PLANNED, ABANDONED, OPEN, CONCLUDED
    }
}
