package org.aidledger.view.trail;

import java.util.List;
import java.util.Locale;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.jspecify.annotations.Nullable;

/**
 * One event as people read it. What the event itself holds (its index, stream, version, three times) is in {@code entry}; its
 * metadata is named here.
 *
 * @param documents what it cites, in the order it cites it
 * @param refersTo index of the event it corrects or remarks on
 */
public record TrailLine(Entry entry, List<DocumentRef> documents, @Nullable Long refersTo) {

    public TrailLine {
        documents = List.copyOf(documents);
    }

    public long index() {
        return entry.index();
    }

    /** What happened, in one sentence of the language: Vietnamese or, for any other locale, English. */
    public String sentence(Locale locale) {
        return Sentences.in(locale).say(this);
    }

    /** Who. */
    public @Nullable String actor() {
        return metadata(MetadataKeys.ACTOR);
    }

    /** {@code DECIDED} or {@code REPORTED}. */
    public @Nullable String way() {
        return metadata(MetadataKeys.WAY);
    }

    /** Why, in the actor's words. */
    public @Nullable String reason() {
        return metadata(MetadataKeys.REASON);
    }

    /** The third time: the month that carries the event's postings, {@code 2026-03}. */
    public @Nullable String bookingPeriod() {
        return metadata(MetadataKeys.BOOKING_PERIOD);
    }

    /** The interface it came through. */
    public @Nullable String channel() {
        return metadata(MetadataKeys.CHANNEL);
    }

    /** The file that reported it. */
    public @Nullable String sourceName() {
        return metadata(MetadataKeys.SOURCE_NAME);
    }

    /** SHA-256 of that file. */
    public @Nullable String sourceSha256() {
        return metadata(MetadataKeys.SOURCE_SHA256);
    }

    /** The line of that file, from 1. */
    public @Nullable String sourceLine() {
        return metadata(MetadataKeys.SOURCE_LINE);
    }

    private @Nullable String metadata(String key) {
        return entry.metadata().get(key);
    }
}
