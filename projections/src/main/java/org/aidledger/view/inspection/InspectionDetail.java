package org.aidledger.view.inspection;

import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionAbandoned;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
import org.jspecify.annotations.Nullable;

/**
 * All there is of one inspection, as its own events say it, each with its place in the log and its times.
 *
 * @param planned null for one that was not planned
 * @param abandoned null unless its plan was given up
 * @param opened null while it is planned
 * @param drawn its sample, where it was planned and is opened
 * @param followUps responses, corrective actions, verifications, escalations and recoveries, in their order
 * @param concluded null while it is open
 * @param version the version of its stream
 */
public record InspectionDetail(@Nullable Said<InspectionPlanned> planned, @Nullable Said<InspectionAbandoned> abandoned,
        @Nullable Said<InspectionOpened> opened, @Nullable Said<SampleDrawn> drawn, List<Said<CheckRecorded>> checks,
        List<Said<FindingRaised>> findings, List<Said<InspectionEvent>> followUps,
        @Nullable Said<InspectionConcluded> concluded, long version) {

    public InspectionDetail {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        followUps = List.copyOf(followUps);
    }

    /** An event and the entry that holds it. */
    public record Said<E>(E event, Entry entry) {
    }
}
