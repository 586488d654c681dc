package org.aidledger.view.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection in a list.
 *
 * @param openedIndex the event that opened it
 * @param concludedOn null while it is open
 * @param checks how many are recorded
 * @param findings how many are raised
 */
public record InspectionSummary(String id, String title, LocalDate openedOn, long openedIndex,
        @Nullable LocalDate concludedOn,
        long checks, long findings) {
}
