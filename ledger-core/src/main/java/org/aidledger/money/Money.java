package org.aidledger.money;

import java.math.BigDecimal;

/**
 * An exact amount in one currency. Amounts keep the digits they came with: {@code 1.50} and {@code 1.5} are the same value
 * but are written as they were given. Nothing is ever rounded here; rounding happens once, at presentation.
 *
 * @param amount the decimal amount, negative allowed, at most {@value #DIGITS_MAX} digits on either side of the point
 * @param currency the currency; amounts of different currencies are never added
 */
public record Money(BigDecimal amount, Currency currency) {

    /** The most digits before, and after, the decimal point. */
    public static final int DIGITS_MAX = 30;

    /** @throws IllegalArgumentException when the amount has more digits than the limit */
    public Money {
        if (amount.scale() > DIGITS_MAX || amount.precision() - amount.scale() > DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "an amount has at most " + DIGITS_MAX + " digits before and after the point: " + amount);
        }
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
    }

    /** For example {@code Money.of("100.50", "USD")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), new Currency(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public boolean exceeds(Money other) {
        return amount.compareTo(inSameCurrency(other).amount) > 0;
    }

    /** Equal in value, whatever digits either was written with. */
    public boolean isSameValueAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    private Money inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are never added or compared");
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
