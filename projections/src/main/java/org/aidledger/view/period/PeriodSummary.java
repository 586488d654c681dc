package org.aidledger.view.period;

import java.time.YearMonth;

/**
 * The periods of a reporting entity in a list.
 *
 * @param openedIndex the event that opened them
 * @param first the first month kept
 * @param closedThrough the last closed month; the one before {@code first} when none is
 */
public record PeriodSummary(String id, String entity, YearMonth first, YearMonth closedThrough, long openedIndex) {
}
