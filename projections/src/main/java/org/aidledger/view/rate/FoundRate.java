package org.aidledger.view.rate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate, and what it rests on.
 *
 * @param units of {@code currency} that one {@code base} costs
 * @param from the first day it is for
 * @param to the last day
 * @param source what the recording cites
 * @param index the event that recorded it
 */
public record FoundRate(String table, String base, String currency, BigDecimal units, LocalDate from, LocalDate to,
        String source, long index) {
}
