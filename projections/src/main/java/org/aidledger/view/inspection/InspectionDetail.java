package org.aidledger.view.inspection;

import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.jspecify.annotations.Nullable;

/**
 * All there is of one inspection, as its own events say it, each with its place in the log and its times.
 *
 * @param concluded null while it is open
 */
public record InspectionDetail(Said<InspectionOpened> opened, List<Said<CheckRecorded>> checks,
        List<Said<FindingRaised>> findings,
        @Nullable Said<InspectionConcluded> concluded) {

    public InspectionDetail {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** An event and the entry that holds it. */
    public record Said<E>(E event, Entry entry) {
    }
}
