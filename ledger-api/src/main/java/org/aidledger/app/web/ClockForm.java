package org.aidledger.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aidledger.app.clock.Clocks;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.PublishedLog;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two clocks of a page and its booking period: read from its address, shown in its form, told in words with what they came to. */
@Component
final class ClockForm {

    private final Clocks clocks;
    private final PublishedLog log;
    private final EntryReader reader;

    ClockForm(Clocks clocks, PublishedLog log, LedgerGateway gateway) {
        this.clocks = clocks;
        this.log = log;
        this.reader = gateway.reader();
    }

    /**
     * The clocks of a page.
     *
     * @param effective as typed
     * @param known as typed
     * @param booked as typed: the last booking period that counts
     * @param wrong the names of those that could not be read and were left out
     * @param asOf the question all parts of the page are asked, at one number of events
     * @param size that number
     * @param until when the last of those events was recorded, in words; null when there is none
     * @param through the effective date in words, or null
     * @param month the booking period in words, or null
     * @param behind whether more was asked for than the views hold yet
     * @param now whether nothing limits: the page shows all there is
     * @param root the log's root at that number, base64
     */
    record Read(String effective, String known, String booked, List<String> wrong, AsOf asOf, long size,
            String sizeShown,
            @Nullable String until, @Nullable String through, @Nullable String month, boolean behind, boolean now,
            String root) {
    }

    Read read(@Nullable String effective, @Nullable String known, @Nullable String booked, Shown shown) {
        List<String> wrong = new ArrayList<>();
        AsOf question = new AsOf(readable(() -> clocks.read(effective, null, null), wrong).effective(),
                readable(() -> clocks.read(null, known, null), wrong).known(),
                readable(() -> clocks.read(null, null, booked), wrong).booked());
        AsOf.Answered answered = clocks.answered(question);
        LocalDate through = answered.effective();
        YearMonth month = answered.booked();
        return new Read(orEmpty(effective), orEmpty(known), orEmpty(booked), wrong,
                new AsOf(through, answered.known(), month), answered.known(),
                shown.number(answered.known()), recordedAt(answered.known()).map(shown::time).orElse(null),
                through == null ? null : shown.date(through), month == null ? null : month.toString(),
                answered.behind(), question.equals(AsOf.now()), log.root(answered.known()).base64());
    }

    /** What cannot be read does not limit, and is complained of. */
    private static AsOf readable(Supplier<AsOf> reading, List<String> wrong) {
        try {
            return reading.get();
        } catch (Clocks.Unreadable unreadable) {
            wrong.add(unreadable.clock());
            return AsOf.now();
        }
    }

    private Optional<Instant> recordedAt(long size) {
        return size == 0 ? Optional.empty()
                : reader.leaf(size - 1).map(leaf -> Catalogue.header(leaf).recordedAt());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
