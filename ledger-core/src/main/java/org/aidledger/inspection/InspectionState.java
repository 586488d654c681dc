package org.aidledger.inspection;

import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of an inspection need to know of its past.
 *
 * @param opened null for a stream without events
 * @param nextVersion the version the stream's next event gets: how many it has
 * @param findings how many were raised
 */
public record InspectionState(@Nullable InspectionOpened opened, long nextVersion, int findings, boolean concluded) {

    private static final InspectionState EMPTY = new InspectionState(null, 0, 0, false);

    /** A stream without events. */
    public static InspectionState empty() {
        return EMPTY;
    }

    /** The state after one more event. */
    public InspectionState evolve(InspectionEvent event) {
        long next = nextVersion + 1;
        return switch (event) {
            case InspectionOpened e -> new InspectionState(e, next, findings, concluded);
            case CheckRecorded e -> new InspectionState(opened, next, findings, concluded);
            case FindingRaised e -> new InspectionState(opened, next, e.finding(), concluded);
            case InspectionConcluded e -> new InspectionState(opened, next, findings, true);
        };
    }
}
