package org.aidledger.rate;

import java.math.BigDecimal;
import org.aidledger.money.Currency;

/**
 * What one unit of the table's base currency costs.
 *
 * @param units of {@code currency}, with the digits they came with
 */
public record Rate(Currency currency, BigDecimal units) {
}
