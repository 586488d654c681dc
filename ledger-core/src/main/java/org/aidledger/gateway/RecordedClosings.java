package org.aidledger.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.YearMonth;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.period.Bookings;
import org.aidledger.period.PeriodEvent;

/** Reads what closings say from the log, once each: an event never changes. */
final class RecordedClosings implements Bookings.Closings {

    private static final long CLOSINGS_MAX = 10_000;

    private final EntryReader reader;
    private final Catalogue catalogue;
    private final Cache<Long, YearMonth> known = Caffeine.newBuilder().maximumSize(CLOSINGS_MAX).build();

    RecordedClosings(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public YearMonth closedThrough(long index) {
        return known.get(index, this::read);
    }

    private YearMonth read(long index) {
        byte[] leaf = reader.leaf(index).orElseThrow(
                () -> new IllegalStateException("the log has no event " + index + ", though a tag names it"));
        if (catalogue.decode(leaf).payload() instanceof PeriodEvent event) {
            return event.closedThrough();
        }
        throw new IllegalStateException(
                "event " + index + " says nothing about accounting periods, though its tag does");
    }
}
