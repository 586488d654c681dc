package org.aidledger.view.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project that owes periodic reports.
 *
 * @param startIndex the event with which its work began
 * @param begunOn that event's effective date
 * @param endedOn when it was completed or ended; null while it is under way
 * @param filed the reports it filed
 */
public record Reporting(String stream, @Nullable String titleVi, @Nullable String titleEn, long startIndex,
        LocalDate begunOn, @Nullable LocalDate endedOn, List<Filed> filed) {

    public Reporting {
        filed = List.copyOf(filed);
    }

    /**
     * A report that was filed.
     *
     * @param kind HALF_YEAR, YEAR or FINAL
     * @param coversTo the last day of its period
     */
    public record Filed(String kind, LocalDate coversTo) {
    }
}
