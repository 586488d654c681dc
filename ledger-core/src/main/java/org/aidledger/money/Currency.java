package org.aidledger.money;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A currency by its ISO 4217 alphabetic code, for example {@code VND}. The code of a reported fact is kept as it came even
 * when ISO does not list it; whether it is listed is {@link #isListed()}.
 *
 * @param code 1 to 16 letters, digits, dots, dashes or underscores; ISO's own codes are three upper-case letters
 */
public record Currency(String code) implements Comparable<Currency> {

    private static final Map<String, Integer> MINOR_DIGITS =
            java.util.Currency.availableCurrencies()
                    .collect(Collectors.toUnmodifiableMap(java.util.Currency::getCurrencyCode,
                            java.util.Currency::getDefaultFractionDigits));

    /** @throws IllegalArgumentException when the code breaks the bounds above */
    public Currency {
        if (code.isEmpty() || code.length() > 16 || !code.chars().allMatch(Currency::isAllowed)) {
            throw new IllegalArgumentException("not a currency code: \"" + code + "\"");
        }
    }

    private static boolean isAllowed(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }

    public static Currency of(String code) {
        return new Currency(code);
    }

    /** Whether ISO 4217 lists this code, today or in the past. */
    public boolean isListed() {
        return MINOR_DIGITS.containsKey(code);
    }

    /** How many digits after the point its smallest unit has, by ISO 4217; -1 where ISO says none, or does not list it. */
    public int minorDigits() {
        return MINOR_DIGITS.getOrDefault(code, -1);
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
