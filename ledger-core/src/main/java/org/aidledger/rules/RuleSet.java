package org.aidledger.rules;

import java.time.LocalDate;

/**
 * The rules a step is judged by, which are those in force on the step's own date: a 2021 approval entered in 2026 is judged by
 * Decree 80.
 *
 * @param id stable, for example {@code decree-80-2020}; recorded in events
 * @param legalBasis the instrument, as it is cited
 * @param from first day in force
 * @param to last day in force
 */
public record RuleSet(String id, String legalBasis, LocalDate from, LocalDate to) {

    boolean isInForceOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
