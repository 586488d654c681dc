package org.aidledger.view.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding in the work list.
 *
 * @param number within its inspection
 * @param severity LOW, MEDIUM or HIGH
 * @param amount the questioned money, with its currency, where there is any
 * @param due when its next unverified corrective action is due; null without one
 * @param overdue whether that was due before the day asked for
 * @param ageDays from the day it was raised to the day asked for
 */
public record FindingRow(String inspection, int number, String project, String severity, String text, State state,
        @Nullable BigDecimal amount, @Nullable String currency, LocalDate raisedOn, long raisedIndex,
        @Nullable LocalDate due, boolean overdue, long ageDays) {

    /** Where a finding is; the furthest it has come. */
    public enum State {
        OPEN, ANSWERED, ACTION_AGREED, ACTION_DONE, VERIFIED, ESCALATED
    }
}
