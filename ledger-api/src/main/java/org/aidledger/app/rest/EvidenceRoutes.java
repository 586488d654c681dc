package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import org.aidledger.app.exchange.evidence.Evidence;
import org.aidledger.app.exchange.evidence.EvidenceExport;
import org.aidledger.app.exchange.evidence.EvidenceRefusal;
import org.aidledger.app.exchange.evidence.EvidenceRequest;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.inspection.InspectionId;
import org.aidledger.period.PeriodId;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence bundles: archives that verify without this ledger. */
@RestController
@RequestMapping(Paths.API + "/evidence")
@Tag(name = "Evidence")
final class EvidenceRoutes {

    private static final String ZIP = "application/zip";
    private static final String SINCE =
            "a checkpoint saved earlier, as /log/checkpoint gave it: the bundle then shows that the log goes on from it";

    private final EvidenceExport export;

    EvidenceRoutes(EvidenceExport export) {
        this.export = export;
    }

    @GetMapping(path = "/projects/{project}", produces = ZIP)
    @Operation(summary = "The evidence bundle of a project: its events, their proofs, its figures, two verifiers",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    void project(@PathVariable ProjectId project, AsOf question,
            @RequestParam(required = false) @Parameter(description = SINCE) @Nullable String since,
            HttpServletResponse response) throws IOException {
        write(new EvidenceRequest(new Scope.Project(project.value()), question, saved("since", since)), response);
    }

    @GetMapping(path = "/inspections/{inspection}", produces = ZIP)
    @Operation(summary = "The evidence bundle of a post-inspection, with its projects as it froze them",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    void inspection(@PathVariable InspectionId inspection,
            @RequestParam(required = false) @Parameter(description = SINCE) @Nullable String since,
            HttpServletResponse response) throws IOException {
        write(new EvidenceRequest(new Scope.Inspection(inspection.value()), AsOf.now(), saved("since", since)),
                response);
    }

    @GetMapping(path = "/projects/{project}/figures/{currency}/{measure}", produces = ZIP)
    @Operation(
            summary = "The proof file of one figure: the events of the project's stream, their proofs, the checkpoint",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    void figure(@PathVariable ProjectId project, @PathVariable String currency, @PathVariable String measure,
            AsOf question, @RequestParam(required = false) @Parameter(description = SINCE) @Nullable String since,
            HttpServletResponse response) throws IOException {
        write(new EvidenceRequest(
                new Scope.Figure(project.value(), AskedFigure.currency(currency), AskedFigure.measure(measure)),
                question, saved("since", since)), response);
    }

    @GetMapping(path = "/sheets/{periods}/{month}", produces = ZIP)
    @Operation(
            summary = "The proof file of a closed month: the sheet, the event that sealed it, its proof, the checkpoint",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    void sheet(@PathVariable PeriodId periods, @PathVariable YearMonth month,
            @RequestParam(required = false) @Parameter(description = SINCE) @Nullable String since,
            HttpServletResponse response) throws IOException {
        write(new EvidenceRequest(new Scope.Sheet(periods.value(), month), AsOf.now(), saved("since", since)),
                response);
    }

    @GetMapping(path = "/periods/{first}", produces = ZIP)
    @Operation(summary = "The evidence bundle of everything recorded in a month, or in several",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Problem")
    void period(@PathVariable YearMonth first,
            @RequestParam(required = false) @Parameter(
                    description = "the last month; left out: the same") @Nullable YearMonth last,
            @RequestParam(required = false) @Parameter(description = SINCE) @Nullable String since,
            HttpServletResponse response) throws IOException {
        if (last != null && last.isBefore(first)) {
            throw new Refused(new WrongParameter("last", last.toString(), Fault.of(Kind.NOT_BEFORE, first)));
        }
        write(new EvidenceRequest(new Scope.Period(first, last == null ? first : last), AsOf.now(),
                saved("since", since)),
                response);
    }

    private void write(EvidenceRequest request, HttpServletResponse response) throws IOException {
        Evidence evidence;
        try {
            evidence = export.gather(request);
        } catch (EvidenceRefusal.Refused refused) {
            throw switch (refused.refusal()) {
                case EvidenceRefusal.Unknown(var what) -> new Refused(new NotFound(what));
                case EvidenceRefusal.TooManyEvents tooMany -> new Refused(tooMany);
            };
        }
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + evidence.fileName() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        response.setHeader(Computed.KNOWN_AT, Long.toString(evidence.checkpoint().checkpoint().size()));
        evidence.writeTo(response.getOutputStream());
    }

    /** @param name of the parameter it came as */
    static Optional<SignedCheckpoint> saved(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            String note = text.replace("\r\n", "\n").strip() + "\n";
            return Optional.of(SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8)));
        } catch (TlogException e) {
            throw new Refused(new WrongParameter(name, text.substring(0, Math.min(40, text.length())),
                    Fault.of(Kind.CHECKPOINT_UNREADABLE, e.getMessage())));
        }
    }
}
