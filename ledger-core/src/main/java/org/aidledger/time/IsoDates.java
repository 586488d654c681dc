package org.aidledger.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * Dates as people give them: ISO 8601 with a year of four digits. Longer years are dates too, which neither an event nor the database
 * can hold.
 */
public final class IsoDates {

    private IsoDates() {
    }

    /** @throws DateTimeException when it is no such date */
    public static LocalDate date(String text) {
        return LocalDate.parse(ofFourDigits(text));
    }

    /** @throws DateTimeException when it is no such month */
    public static YearMonth month(String text) {
        return YearMonth.parse(ofFourDigits(text));
    }

    /** @throws DateTimeException when it is no such date and time, or lacks its offset */
    public static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(ofFourDigits(text));
    }

    private static String ofFourDigits(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException("a year has four digits: " + text);
        }
        return text;
    }
}
