package org.aidledger.view.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.project.ProjectEvent.EntryCorrected;

/** An entry that an inspection found on record was corrected after the inspection had been opened. */
record ReversedAfterInspection() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Found> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (entry.payload() instanceof EntryCorrected corrected) {
                Entry first = history.version(corrected.corrected());
                if (first == null) {
                    continue;
                }
                history.inspections().stream()
                        .filter(opened -> opened.index() < entry.index() && first.index() < opened.index())
                        .reduce((earlier, later) -> later)
                        .ifPresent(opened -> found.add(found(opened, first, entry, corrected)));
            }
        }
        return found;
    }

    private static Found found(Entry opened, Entry first, Entry correction, EntryCorrected corrected) {
        String inspection =
                opened.payload() instanceof InspectionOpened e ? e.inspection().value() : opened.stream();
        return new Found("signal.reversed-after-inspection",
                Map.of("inspection", inspection, "note", corrected.noteNumber(), "opened",
                        opened.effectiveDate().toString(), "date", corrected.effectiveDate().toString(), "money",
                        corrected.reversed().money().toString()),
                List.of(first.index(), opened.index(), correction.index()));
    }
}
