package org.aidledger.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.EntryReader;

/** Reads events by index from the log, and remembers them: an event never changes. */
final class CachedEvents implements RecordedEvents {

    private static final long EVENTS_MAX = 10_000;

    private final EntryReader reader;
    private final Catalogue catalogue;
    private final Cache<Long, LedgerEvent> known = Caffeine.newBuilder().maximumSize(EVENTS_MAX).build();

    CachedEvents(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public LedgerEvent at(long index) {
        return known.get(index, this::read);
    }

    private LedgerEvent read(long index) {
        return catalogue.decode(reader.leaf(index).orElseThrow(
                () -> new IllegalStateException("the log has no event " + index + ", though a tag names it")))
                .payload();
    }
}
