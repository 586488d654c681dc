package org.aidledger.view.signal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.time.VietNam;

/** An entry was corrected in a later booking period than the one it is in. */
record CorrectedLater() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Found> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (entry.payload() instanceof EntryCorrected corrected) {
                Entry first = history.version(corrected.corrected());
                if (first == null) {
                    continue;
                }
                YearMonth booked = booked(first);
                YearMonth later = booked(entry);
                if (later.isAfter(booked)) {
                    found.add(new Found("signal.corrected-later",
                            Map.of("note", corrected.noteNumber(), "booked", booked.toString(), "later",
                                    later.toString(), "money", corrected.reversed().money().toString()),
                            List.of(first.index(), entry.index())));
                }
            }
        }
        return found;
    }

    private static YearMonth booked(Entry entry) {
        String month = entry.metadata().get(MetadataKeys.BOOKING_PERIOD);
        return month == null ? VietNam.monthOf(entry.recordedAt()) : YearMonth.parse(month);
    }
}
