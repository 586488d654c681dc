package org.aidledger.bank;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that came on an account, positive, or left it, negative.
 *
 * @param date its effective date
 */
public record CashMove(LocalDate date, BigDecimal amount) {
}
