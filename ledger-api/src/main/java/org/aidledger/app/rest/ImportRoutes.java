package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.exchange.iati.intake.ImportRefusal;
import org.aidledger.app.exchange.iati.intake.ImportReport;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.event.Refusal;
import org.aidledger.project.Perspective;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in files: all of a file or nothing. */
@RestController
@RequestMapping(path = Paths.API + "/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
final class ImportRoutes {

    private final IatiImport intake;

    ImportRoutes(IatiImport intake) {
        this.intake = intake;
    }

    /** A refusal of a file, with its place among the arguments. */
    private record Placed(ImportRefusal refusal) implements Refusal {

        @Override
        public String code() {
            return refusal.code();
        }

        @Override
        public Map<String, String> arguments() {
            Map<String, String> arguments = new HashMap<>(refusal.arguments());
            arguments.put("file", refusal.file());
            arguments.put("line", Integer.toString(refusal.line()));
            arguments.put("column", Integer.toString(refusal.column()));
            return arguments;
        }
    }

    /** Only as XML, which no form of another site can send. */
    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(summary = "Import an IATI 2.03 activity file, the body; the same bytes again change nothing and say so")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.APPLICATION_XML_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "201", description = "All of it is in the log",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(responseCode = "200",
            description = "The same bytes were imported before, or this is a dry run; nothing was written",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Problem")
    ResponseEntity<?> iati(@RequestParam String name, @RequestParam(required = false) @Nullable Perspective perspective,
            @RequestParam(defaultValue = "false") boolean dryRun, InputStream body, Principal caller, Locale language)
            throws IOException {
        ImportReport report =
                intake.run(body, name, Submitter.overRest(caller.getName()), perspective, dryRun, ImportProgress.NONE);
        ImportRefusal refusal = report.refusal();
        if (refusal != null) {
            return Problem.answer(List.of(new Placed(refusal)), refusal.advice(language), language, new HttpHeaders());
        }
        Long first = report.firstIndex();
        if (report.outcome() == Outcome.IMPORTED && first != null) {
            return ResponseEntity.created(URI.create(Paths.event(first))).body(report);
        }
        return report.outcome() == Outcome.UNCHANGED
                ? ResponseEntity.ok().header(CommandTerms.HIT, "true").body(report) : ResponseEntity.ok(report);
    }
}
