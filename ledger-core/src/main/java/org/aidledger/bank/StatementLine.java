package org.aidledger.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bank statement as the bank wrote it.
 *
 * @param bookingDate when the bank booked it
 * @param valueDate from when it bears interest, where the bank says so
 * @param amount paid in positive, paid out negative
 */
public record StatementLine(LocalDate bookingDate, @Nullable LocalDate valueDate, BigDecimal amount,
        @Nullable String reference, @Nullable String counterparty, @Nullable String description) {
}
