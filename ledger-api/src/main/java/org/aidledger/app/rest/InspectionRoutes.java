package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.aidledger.app.rest.RegisterAnswers.Inspection;
import org.aidledger.app.rest.RegisterAnswers.InspectionFile;
import org.aidledger.app.rest.RegisterAnswers.InspectionsPage;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.InspectionId;
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
    private final JsonMapper json;

    InspectionRoutes(Inspections inspections, JsonMapper json) {
        this.inspections = inspections;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Inspections, the one opened last first")
    InspectionsPage all(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer pageSize) {
        Cursor from = Cursor.parse(cursor);
        int size = Cursor.pageSize(pageSize);
        List<InspectionSummary> found = inspections.all(from == null ? null : from.number(), size);
        String next = found.size() < size ? null
                : new Cursor(0, Long.toString(found.getLast().openedIndex())).toString();
        return new InspectionsPage(found.stream()
                .map(one -> new Inspection(one.id(), one.title(), one.openedOn(), one.concludedOn(), one.checks(),
                        one.findings(), Paths.inspection(one.id())))
                .toList(), next);
    }

    /** Read from the inspection's own events, so its entity tag is its version. */
    @GetMapping("/{inspection}")
    @Operation(summary = "One inspection, its checks, findings and conclusion")
    ResponseEntity<InspectionFile> one(@PathVariable InspectionId inspection, AsOf question) {
        InspectionDetail detail = inspections.inspection(inspection.value(), question.known())
                .orElseThrow(() -> new Refused(new NotFound("inspection " + inspection)));
        Said<?> concluded = detail.concluded();
        int version = detail.checks().size() + detail.findings().size() + (concluded == null ? 0 : 1);
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new InspectionFile(inspection.value(),
                noted(detail.opened()), detail.checks().stream().map(this::noted).toList(),
                detail.findings().stream().map(this::noted).toList(), concluded == null ? null : noted(concluded)));
    }

    private Noted noted(Said<?> said) {
        Entry entry = said.entry();
        return new Noted(entry.index(), entry.effectiveDate(), entry.recordedAt(),
                entry.metadata().get(MetadataKeys.ACTOR), json.valueToTree(said.event()), Paths.event(entry.index()));
    }
}
