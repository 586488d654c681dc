package org.aidledger.money;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A currency by its ISO 4217 alphabetic code, for example {@code VND}. The code of a reported fact is kept as it came even
 * when ISO does not list it; whether it is listed is {@link #isListed()}.
 *
 * @param code 1 to {@value #CHARACTERS_MAX} printable characters; ISO's own codes are three upper-case letters
 */
public record Currency(String code) implements Comparable<Currency> {

    /** Room for whatever a publisher may write in the place of a code, such as {@code US$}. */
    public static final int CHARACTERS_MAX = 32;

    private static final Map<String, Integer> MINOR_DIGITS =
            java.util.Currency.availableCurrencies()
                    .collect(Collectors.toUnmodifiableMap(java.util.Currency::getCurrencyCode,
                            java.util.Currency::getDefaultFractionDigits));

    /** @throws IllegalArgumentException when the code breaks the bounds above */
    public Currency {
        if (!isPossible(code)) {
            throw new IllegalArgumentException("not a currency code: \"" + code + "\"");
        }
    }

    /** Whether a text can stand for a currency at all. */
    public static boolean isPossible(String code) {
        return !code.isBlank() && code.length() <= CHARACTERS_MAX && code.strip().length() == code.length()
                && code.chars().allMatch(Currency::isPrintable);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
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
