package org.aidledger.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one event of the log moves on the account a statement is of.
 *
 * @param index of the event in the log
 * @param postedBy who recorded it
 * @param moves one, but for a correction: what it reverses at that date, and what it enters at its own
 */
public record CashEntry(long index, String postedBy, List<CashMove> moves) {

    /** @throws IllegalArgumentException when it moves nothing */
    public CashEntry {
        moves = List.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("event " + index + " moves nothing on the account");
        }
    }

    BigDecimal amount() {
        return upTo(LocalDate.MAX);
    }

    /** What of it is true up to that day. */
    BigDecimal upTo(LocalDate day) {
        return moves.stream().filter(move -> !move.date().isAfter(day)).map(CashMove::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether all of it is true by that day. */
    boolean isWholeBy(LocalDate day) {
        return moves.stream().noneMatch(move -> move.date().isAfter(day));
    }
}
