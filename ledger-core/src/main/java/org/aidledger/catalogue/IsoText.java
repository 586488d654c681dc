package org.aidledger.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates and instants as ISO 8601 writes them, each in one spelling only: years of four digits, UTC, microseconds. */
final class IsoText {

    /** Bytes of an instant: {@code 2026-03-31T09:26:53.589793Z}. */
    static final int INSTANT_BYTES = 27;

    private static final int YEAR_MAX = 9999;
    private static final int SECONDS_A_DAY = 86_400;

    private IsoText() {
    }

    static void write(LocalDate date, CanonicalOutput out) {
        if (date.getYear() < 0 || date.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException("a date has a year from 0 to " + YEAR_MAX + ", not " + date);
        }
        out.digits(date.getYear(), 4);
        out.put('-');
        out.digits(date.getMonthValue(), 2);
        out.put('-');
        out.digits(date.getDayOfMonth(), 2);
    }

    static LocalDate date(CanonicalInput in) {
        int start = in.offset();
        int year = in.digits(4);
        in.expect('-');
        int month = in.digits(2);
        in.expect('-');
        int day = in.digits(2);
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            in.seek(start);
            throw in.bad("no such day");
        }
    }

    /** @throws IllegalArgumentException when there is something smaller than a microsecond, which would be lost */
    static void write(Instant instant, CanonicalOutput out) {
        int micros = instant.getNano() / 1_000;
        if (micros * 1_000 != instant.getNano()) {
            throw new IllegalArgumentException("an instant is recorded in microseconds, not " + instant);
        }
        write(LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY)), out);
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_A_DAY);
        out.put('T');
        out.digits(second / 3_600, 2);
        out.put(':');
        out.digits(second / 60 % 60, 2);
        out.put(':');
        out.digits(second % 60, 2);
        out.put('.');
        out.digits(micros, 6);
        out.put('Z');
    }

    static Instant instant(CanonicalInput in) {
        LocalDate date = date(in);
        int start = in.offset();
        in.expect('T');
        int hour = in.digits(2);
        in.expect(':');
        int minute = in.digits(2);
        in.expect(':');
        int second = in.digits(2);
        in.expect('.');
        int micros = in.digits(6);
        in.expect('Z');
        try {
            return date.atTime(hour, minute, second, micros * 1_000).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchTime) {
            in.seek(start);
            throw in.bad("no such time of day");
        }
    }
}
