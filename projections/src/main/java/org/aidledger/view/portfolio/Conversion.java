package org.aidledger.view.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.aidledger.money.Currency;

/**
 * A policy of conversion: every amount at the rate that one table has for the amount's own effective date, as known at the time
 * asked for. What the table has no rate for is not converted, and said.
 *
 * @param table the id of the rate table; {@link #NONE} for no conversion at all
 * @param into the currency of the result
 */
public record Conversion(String table, Currency into) {

    /** Stands for no table: only what is in the currency already counts. */
    public static final String NONE = "";

    private static final int DIGITS_UNLISTED = 2;

    /** What the policy is called: it is named with every figure made by it. */
    public String name() {
        return (table.equals(NONE) ? "no-conversion" : "rate-of-effective-date/" + table) + "/half-up-" + digits();
    }

    /** Digits after the point in the result: those of the currency's smallest unit. */
    public int digits() {
        return into.minorDigits() < 0 ? DIGITS_UNLISTED : into.minorDigits();
    }

    /** Rounded, which happens once, where a figure is shown. */
    public BigDecimal shown(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }
}
