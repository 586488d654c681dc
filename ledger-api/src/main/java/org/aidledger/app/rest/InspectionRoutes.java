package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.aidledger.app.rest.RegisterAnswers.Inspection;
import org.aidledger.app.rest.RegisterAnswers.InspectionFile;
import org.aidledger.app.rest.RegisterAnswers.InspectionsPage;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.app.rest.RegisterAnswers.SampleFile;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
import org.aidledger.inspection.InspectionId;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.inspection.InspectionDetail;
import org.aidledger.view.inspection.InspectionDetail.Said;
import org.aidledger.view.inspection.InspectionSummary;
import org.aidledger.view.inspection.Inspections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Which post-inspections there are, and what each found. */
@RestController
@RequestMapping(path = Paths.API + "/inspections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Inspections")
final class InspectionRoutes {

    private final Inspections inspections;
    private final Samples samples;
    private final JsonMapper json;

    InspectionRoutes(Inspections inspections, Samples samples, JsonMapper json) {
        this.inspections = inspections;
        this.samples = samples;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Inspections, the one planned or opened last first")
    InspectionsPage all(@RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize) {
        int size = Cursor.pageSize(pageSize);
        List<InspectionSummary> found = inspections.all(from == null ? null : from.number(), size);
        String next = found.size() < size ? null
                : new Cursor(0, Long.toString(found.getLast().firstIndex())).toString();
        return new InspectionsPage(found.stream()
                .map(one -> new Inspection(one.id(), one.title(), one.state(), one.plannedOn(), one.openedOn(),
                        one.concludedOn(), one.checks(), one.findings(), Paths.inspection(one.id())))
                .toList(), next);
    }

    /** Read from the inspection's own events, so its entity tag is its version. */
    @GetMapping("/{inspection}")
    @Operation(summary = "One inspection, its checks, findings and conclusion")
    ResponseEntity<InspectionFile> one(@PathVariable InspectionId inspection, AsOf question) {
        InspectionDetail detail = inspections.inspection(inspection.value(), question.known())
                .orElseThrow(() -> new Refused(new NotFound("inspection " + inspection)));
        return ResponseEntity.ok().eTag(Long.toString(detail.version()))
                .body(new InspectionFile(inspection.value(), orNull(detail.planned()), orNull(detail.abandoned()),
                        orNull(detail.opened()), orNull(detail.drawn()),
                        detail.checks().stream().map(this::noted).toList(),
                        detail.findings().stream().map(this::noted).toList(),
                        detail.followUps().stream().map(this::noted).toList(), orNull(detail.concluded())));
    }

    @GetMapping("/{inspection}/sample")
    @Operation(summary = "The sample of a planned inspection, drawn again from its seed and its frozen root")
    SampleFile sample(@PathVariable InspectionId inspection) {
        InspectionDetail detail = inspections.inspection(inspection.value(), null)
                .orElseThrow(() -> new Refused(new NotFound("inspection " + inspection)));
        Said<SampleDrawn> drawn = detail.drawn();
        Said<InspectionOpened> opened = detail.opened();
        if (drawn == null || opened == null) {
            throw new Refused(new NotFound("a sample of inspection " + inspection));
        }
        Samples.Drawn again = samples.draw(inspection, drawn.event().seed());
        List<String> inspected = opened.event().projects().stream().map(ProjectId::value).toList();
        List<String> sample = again.sample().projects().stream().map(ProjectId::value).toList();
        return new SampleFile(inspection.value(), drawn.event().seed(), again.frozen().size(), again.frozen().root(),
                again.sample().population(), sample, inspected.equals(sample));
    }

    private @Nullable Noted orNull(@Nullable Said<?> said) {
        return said == null ? null : noted(said);
    }

    private Noted noted(Said<?> said) {
        Entry entry = said.entry();
        return new Noted(entry.index(), entry.effectiveDate(), entry.recordedAt(),
                entry.metadata().get(MetadataKeys.ACTOR), json.valueToTree(said.event()), Paths.event(entry.index()));
    }
}
