package org.aidledger.view;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a question: what was true up to {@code effective}, as far as it was known when the log held {@code known}
 * events, and booked up to {@code booked}.
 *
 * @param effective the last effective date that counts, or null for all, future dates included
 * @param known a number of events, as a checkpoint's size: entries with an index below it count; null for all there are.
 *        {@link KnownAt} gives the number for a date or a moment
 * @param booked the last booking period that counts, or null for all
 */
public record AsOf(@Nullable LocalDate effective, @Nullable Long known, @Nullable YearMonth booked) {

    /** @throws IllegalArgumentException when {@code known} is negative */
    public AsOf {
        if (known != null && known < 0) {
            throw new IllegalArgumentException("a number of events is not negative: " + known);
        }
    }

    /** Everything, as known now. */
    public static AsOf now() {
        return new AsOf(null, null, null);
    }

    public static AsOf of(@Nullable LocalDate effective, @Nullable Long known) {
        return new AsOf(effective, known, null);
    }

    /** The same question to a view that holds {@code position} entries: it can know no more than that. */
    public Answered answeredAt(long position) {
        return new Answered(effective, known == null ? position : Math.min(known, position), booked,
                known != null && known > position);
    }

    /**
     * What a figure was computed at; part of every answer and of its permanent link.
     *
     * @param known the number of events the figure rests on
     * @param behind whether more was asked for than the view holds yet
     */
    public record Answered(@Nullable LocalDate effective, long known, @Nullable YearMonth booked, boolean behind) {
    }
}
