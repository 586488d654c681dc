package org.aidledger.view.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.event.Entry;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.time.VietNam;
import org.jspecify.annotations.Nullable;

/**
 * An entry was put behind what was on record already: recorded long after it was true, when the ledger held a much later one. What
 * is entered late but in its order (a history taken in from older books) is not.
 */
record BackDated() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Found> found = new ArrayList<>();
        Entry latest = null;
        Entry latestOfAppend = null;
        Instant append = Instant.MIN;
        for (Entry entry : history.entries()) {
            if (!(entry.payload() instanceof Movement || entry.payload() instanceof AidApproved)) {
                continue;
            }
            if (entry.recordedAt().isAfter(append)) {
                // Entries of one append were recorded at one time; their order among themselves says nothing.
                latest = later(latest, latestOfAppend);
                latestOfAppend = null;
                append = entry.recordedAt();
            }
            LocalDate recorded = VietNam.dateOf(entry.recordedAt());
            long late = ChronoUnit.DAYS.between(entry.effectiveDate(), recorded);
            if (latest != null && late > thresholds.backDatedDays() && ChronoUnit.DAYS.between(entry.effectiveDate(),
                    latest.effectiveDate()) > thresholds.backDatedDays()) {
                found.add(new Found("signal.back-dated",
                        Map.of("date", entry.effectiveDate().toString(), "recorded", recorded.toString(), "days",
                                Long.toString(late), "later", latest.effectiveDate().toString()),
                        List.of(entry.index(), latest.index())));
            }
            latestOfAppend = later(latestOfAppend, entry);
        }
        return found;
    }

    private static @Nullable Entry later(@Nullable Entry one, @Nullable Entry other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.effectiveDate().isAfter(one.effectiveDate()) ? other : one;
    }
}
