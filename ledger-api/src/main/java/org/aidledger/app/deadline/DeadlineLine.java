package org.aidledger.app.deadline;

import java.time.LocalDate;
import org.aidledger.view.deadline.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done by a day.
 *
 * @param due the last day
 * @param daysLeft from the day asked for to the last day; negative when that has passed
 * @param basis by what that day is the last one; null where the event itself names the day and no decree does
 */
public record DeadlineLine(Obligation obligation, LocalDate due, long daysLeft, @Nullable Basis basis) {

    /** Whether the last day is before the day asked for. */
    public boolean isOverdue() {
        return daysLeft < 0;
    }

    /**
     * A decree's term.
     *
     * @param ruleSet its id; null for a decree that is no rule set
     * @param legalBasis the decree, as it is cited
     * @param article {@code ?} where the rule file has still to name it
     * @param amount of {@code unit}; null where the decree gives the longest time and the event the day
     * @param unit DAYS, WORKING_DAYS or MONTHS
     */
    public record Basis(@Nullable String ruleSet, String legalBasis, String article, @Nullable Integer amount,
            @Nullable String unit) {
    }
}
