package org.aidledger.app.clock;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.function.Function;
import org.aidledger.time.IsoDates;
import org.aidledger.view.AsOf;
import org.aidledger.view.KnownAt;
import org.aidledger.view.ViewBehind;
import org.jspecify.annotations.Nullable;

/** Reads {@code effective}, {@code known} and {@code booked} as people write them. */
public final class Clocks {

    private final KnownAt knownAt;
    private final ViewProgress views;

    public Clocks(KnownAt knownAt, ViewProgress views) {
        this.knownAt = knownAt;
        this.views = views;
    }

    /** A clock that cannot be read. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String clock;
        private final String value;

        Unreadable(String clock, String value, RuntimeException cause) {
            super(clock + ": " + value, cause);
            this.clock = clock;
            this.value = value;
        }

        /** Its name: effective, known or booked. */
        public String clock() {
            return clock;
        }

        /** What was given. */
        public String value() {
            return value;
        }
    }

    /**
     * The question that three texts ask; one that is absent or blank, as an empty field of a form sends it, does not limit.
     *
     * @throws Unreadable when one is none of what its clock can be
     */
    public AsOf read(@Nullable String effective, @Nullable String known, @Nullable String booked) {
        return new AsOf(
                read("effective", effective, IsoDates::date),
                read("known", known, knownAt::parse),
                read("booked", booked, IsoDates::month));
    }

    private static <T> @Nullable T read(String clock, @Nullable String text,
            Function<String, T> reading) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unreadable(clock, text, e);
        }
    }

    /** What all views together can answer the question at. */
    public AsOf.Answered answered(AsOf question) {
        return question.answeredAt(views.position());
    }

    /**
     * The clocks of a page that goes on where another ended.
     *
     * @param page at the number of events that the first page was of
     * @throws ViewBehind when the views do not hold so many any more
     */
    public AsOf.Answered goingOn(AsOf page) {
        AsOf.Answered answered = answered(page);
        if (answered.behind()) {
            throw new ViewBehind(answered.known(), Objects.requireNonNull(page.known()));
        }
        return answered;
    }
}
