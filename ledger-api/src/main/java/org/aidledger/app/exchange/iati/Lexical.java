package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lexical forms of XML Schema (part 2): what is a number, a date or a boolean in a file, and what is not. */
final class Lexical {

    /** Far above any amount of money; keeps a hostile number from costing time. */
    static final int NUMBER_CHARACTERS_MAX = 100;
    /** Digits of a value before and after its point: what the ledger's money holds. */
    static final int NUMBER_DIGITS_MAX = 30;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern DATE = Pattern
            .compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?");

    private Lexical() {
    }

    /** xsd:decimal (3.2.3), with every digit it is written with; null if it is none. */
    static @Nullable BigDecimal decimal(String text) {
        String trimmed = trim(text);
        boolean fits = trimmed.length() <= NUMBER_CHARACTERS_MAX && DECIMAL.matcher(trimmed).matches();
        return fits ? new BigDecimal(trimmed) : null;
    }

    /** xsd:date (3.2.9) of the years 1 to 9999; a time zone is allowed and left out, a day stays that day. */
    static @Nullable LocalDate date(String text) {
        var matcher = DATE.matcher(trim(text));
        if (!matcher.matches()) {
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        try {
            return year == 0
                    ? null
                    : LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** xsd:boolean (3.2.2); null if it is none. */
    static @Nullable Boolean flag(String text) {
        return switch (trim(text)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** xsd:int (3.3.17); null if it is none. */
    static @Nullable Integer integer(String text) {
        try {
            return Integer.valueOf(trim(text));
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Without XML's white space at the ends. A no-break space is none to XML, so "1 000" with one is no number. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
