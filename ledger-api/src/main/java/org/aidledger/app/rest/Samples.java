package org.aidledger.app.rest;

import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.event.Entry;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionId;
import org.aidledger.log.PublishedLog;
import org.aidledger.view.inspection.InspectionDetail;
import org.aidledger.view.inspection.InspectionDetail.Said;
import org.aidledger.view.inspection.Inspections;
import org.aidledger.view.inspection.Sampling;
import org.springframework.stereotype.Component;

/** Draws the samples of planned inspections on the log right after their plan, when they open and whenever asked again. */
@Component
final class Samples {

    private final Inspections inspections;
    private final Sampling sampling;
    private final PublishedLog log;

    Samples(Inspections inspections, Sampling sampling, PublishedLog log) {
        this.inspections = inspections;
        this.sampling = sampling;
        this.log = log;
    }

    /** A sample and the checkpoint it is drawn on. */
    record Drawn(Sampling.Sample sample, FrozenCheckpoint frozen) {
    }

    /** @throws Refused when there is no such plan */
    Drawn draw(InspectionId inspection, String seed) {
        Said<InspectionPlanned> planned = inspections.inspection(inspection.value(), null)
                .map(InspectionDetail::planned)
                .orElseThrow(() -> new Refused(new NotFound("the plan of inspection " + inspection)));
        Entry plan = planned.entry();
        long size = plan.index() + 1;
        String root = log.root(size).hex();
        return new Drawn(sampling.draw(planned.event().population(), planned.event().sampleSize(), seed, size, root),
                new FrozenCheckpoint(size, root));
    }
}
