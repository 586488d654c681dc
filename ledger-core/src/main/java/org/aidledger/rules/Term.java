package org.aidledger.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * A length of time set by an article.
 *
 * @param amount how many of the unit, 1 to {@value #AMOUNT_MAX}
 * @param article where it is set, for example {@code 10}; {@code ?} where the deployment has still to name it
 */
public record Term(int amount, Unit unit, String article) {

    public static final int AMOUNT_MAX = 1_000;

    /** What is counted. */
    public enum Unit {
        DAYS,
        /** Monday to Friday without the public holidays. */
        WORKING_DAYS, MONTHS
    }

    /** @throws IllegalArgumentException when the amount is out of bounds */
    public Term {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a term is 1 to " + AMOUNT_MAX + " days or months, not " + amount);
        }
    }

    /**
     * The last day of the term; the day it starts is not counted (Civil Code 91/2015, art. 147).
     *
     * @param holidays public holidays, on which no working day falls
     */
    LocalDate endFrom(LocalDate start, Set<LocalDate> holidays) {
        return switch (unit) {
            case DAYS -> start.plusDays(amount);
            case MONTHS -> start.plusMonths(amount);
            case WORKING_DAYS -> {
                LocalDate day = start;
                for (int left = amount; left > 0;) {
                    day = day.plusDays(1);
                    if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                            && !holidays.contains(day)) {
                        left--;
                    }
                }
                yield day;
            }
        };
    }
}
