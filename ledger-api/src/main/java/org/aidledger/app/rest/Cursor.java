package org.aidledger.app.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.time.IsoDates;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewBehind;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins; opaque to callers. It carries the number of events, so that all pages are of one moment.
 *
 * @param after what the last page ended with
 */
record Cursor(long known, String after) {

    static final int PAGE_DEFAULT = 50;
    static final int PAGE_MAX = 500;

    /** Of a list that is another every day: the day is kept, too, lest a page of tomorrow goes on with one of today. */
    static Cursor ofDay(long known, LocalDate day, long skipped) {
        return new Cursor(known, day + "/" + skipped);
    }

    /**
     * Null for none.
     *
     * @param size of the log: no page that was given is of more events
     * @throws IllegalArgumentException when it is none that was given
     */
    static @Nullable Cursor parse(String text, long size) {
        if (text.isBlank()) {
            return null;
        }
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int colon = plain.indexOf(':');
        if (!plain.substring(0, Math.max(colon, 0)).matches("[0-9]{1,18}")
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no cursor of ours");
        }
        long known = Long.parseLong(plain.substring(0, colon));
        if (known > size) {
            throw new IllegalArgumentException("of " + known + " events where there are " + size);
        }
        return new Cursor(known, plain.substring(colon + 1));
    }

    /** What is after as a number. */
    long number() {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    /** Of which the list is, where it is {@link #ofDay}. */
    LocalDate day() {
        try {
            return IsoDates.date(after.substring(0, Math.max(after.indexOf('/'), 0)));
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    /** How many were on the pages before, where the list is {@link #ofDay}. */
    long skipped() {
        String number = after.substring(after.indexOf('/') + 1);
        if (!number.matches("[0-9]{1,9}")) {
            throw wrong();
        }
        return Long.parseLong(number);
    }

    /** @throws ViewBehind when the view does not hold any more what the first page was of */
    void requireHeld(AsOf.Answered page) {
        if (page.behind()) {
            throw new ViewBehind(page.known(), known);
        }
    }

    private Refused wrong() {
        return new Refused(new WrongParameter("cursor", toString(), Fault.of(Kind.CURSOR)));
    }

    static int pageSize(@Nullable Integer asked) {
        int size = asked == null ? PAGE_DEFAULT : asked;
        if (size < 1 || size > PAGE_MAX) {
            throw new Refused(
                    new WrongParameter("pageSize", Integer.toString(size), Fault.of(Kind.RANGE, 1, PAGE_MAX)));
        }
        return size;
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((known + ":" + after).getBytes(StandardCharsets.UTF_8));
    }
}
