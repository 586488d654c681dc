package org.aidledger.app.web;

import java.time.YearMonth;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/**
 * One event, ready to be shown.
 *
 * @param kind how it is marked: breach, correction, inspection or plain
 * @param way DECIDED or REPORTED
 * @param documents numbers or titles of what it cites
 * @param source file and line it was reported by, or null
 * @param daysLate days between when it was true and when the ledger learned it
 * @param href the event's own page
 */
record TrailRow(long index, String kind, String sentence, @Nullable String actor, @Nullable String way,
        @Nullable String channel, @Nullable String reason, List<Cited> documents, @Nullable String source,
        String effective, String recorded, @Nullable String booked, long daysLate, String href) {

    /** A document; {@code sha256} of its bytes where the event has it. */
    record Cited(String reference, @Nullable String sha256) {
    }

    static TrailRow of(TrailLine line, Language language, Address eventPage) {
        Entry entry = line.entry();
        Shown shown = Shown.in(language);
        return new TrailRow(line.index(), kind(entry), line.sentence(language.locale()), line.actor(), line.way(),
                line.channel(), line.reason(),
                line.documents().stream().map(cited -> new Cited(cited.reference(), cited.sha256())).toList(),
                source(line), shown.date(entry.effectiveDate()), shown.time(entry.recordedAt()),
                booked(line, shown), Shown.daysLate(entry.effectiveDate(), entry.recordedAt()), eventPage.toString());
    }

    private static @Nullable String booked(TrailLine line, Shown shown) {
        String month = line.bookingPeriod();
        return month == null ? null : shown.month(YearMonth.parse(month));
    }

    private static String kind(Entry entry) {
        if (entry.payload() instanceof RuleBreachNoted) {
            return "breach";
        }
        if (entry.payload() instanceof EntryCorrected) {
            return "correction";
        }
        return entry.type().startsWith("inspection.") ? "inspection" : "plain";
    }

    private static @Nullable String source(TrailLine line) {
        String name = line.sourceName();
        String at = line.sourceLine();
        return name == null ? null : at == null ? name : name + ":" + at;
    }
}
