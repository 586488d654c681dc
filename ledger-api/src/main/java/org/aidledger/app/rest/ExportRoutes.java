package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.table.LedgerTables;
import org.aidledger.app.exchange.table.Table;
import org.aidledger.app.exchange.table.TableForm;
import org.aidledger.app.exchange.table.TableName;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.log.PublishedLog;
import org.aidledger.view.AsOf;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every list and balance as a file, written as it is read. */
@RestController
@RequestMapping(Paths.API + "/exports")
@Tag(name = "Exports")
final class ExportRoutes {

    private final LedgerTables tables;
    private final Projects projects;
    private final Clocks clocks;
    private final PublishedLog log;
    private final Clock clock = Clock.systemUTC();

    ExportRoutes(LedgerTables tables, Projects projects, Clocks clocks, PublishedLog log) {
        this.tables = tables;
        this.projects = projects;
        this.clocks = clocks;
        this.log = log;
    }

    @GetMapping("/{table}.{form}")
    @Operation(summary = "A list or balance as CSV or XLSX, stamped with query, index, root, time and who asked")
    @ApiResponse(responseCode = "200", description = "The file",
            content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))})
    void table(
            @Parameter(schema = @Schema(type = "string",
                    allowableValues = {"projects", "totals", "balances", "cash", "trial-balance", "postings", "trail",
                        "portfolio", "inspections", "findings", "deadlines", "signals", "headline", "targets", "donors",
                        "periods", "bank"})) @PathVariable String table,
            @Parameter(schema = @Schema(type = "string",
                    allowableValues = {"csv", "xlsx"})) @PathVariable String form,
            @Parameter(description = "a project's id or code; for the trail also an inspection's id, for the portfolio "
                    + "the dimension: donor, sector, province, province-2025, agency, owner, kind, budget, year; for the "
                    + "headline the period, 2023-01-01/2023-08-31 or 2023-01-01/2023-08-31/FXR-...; for targets a table "
                    + "of rates; for bank the id of an account's statements") @RequestParam(
                            required = false) @Nullable String subject,
            AsOf question, Principal caller, HttpServletResponse response) throws IOException {
        TableName name = TableName.of(table)
                .orElseThrow(() -> new Refused(new NotFound("table " + table + "; there are " + TableName.keys())));
        TableForm as = Arrays.stream(TableForm.values()).filter(one -> one.extension().equals(form)).findFirst()
                .orElseThrow(() -> new Refused(new NotFound("form " + form + "; there are csv and xlsx")));
        AsOf.Answered asOf = clocks.answered(question);
        String id = subject == null || !name.isOfStream() ? subject : idOf(subject, asOf.known());
        Table found = tables.table(name, id, asOf).orElseThrow(() -> new Refused(new WrongParameter("subject",
                subject == null ? "" : subject,
                Fault.of(subject == null ? Kind.SUBJECT_MISSING : Kind.SUBJECT_UNKNOWN))));
        var stamp = new ExportStamp(name.key() + (id == null ? "" : " of " + id), asOf,
                log.root(asOf.known()).base64(), clock.instant(), caller.getName());
        response.setContentType(as.mediaType());
        response.setHeader(Computed.KNOWN_AT, Long.toString(asOf.known()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"aid-ledger-%s-%d.%s\""
                .formatted(name.key(), asOf.known(), as.extension().toLowerCase(Locale.ROOT)));
        as.write(found, stamp, response.getOutputStream());
        response.flushBuffer();
    }

    private String idOf(String subject, long known) {
        return subject.startsWith("INS-") ? subject
                : projects.find(subject, known).map(ProjectRow::id)
                        .orElseThrow(() -> new Refused(new NotFound("project " + subject)));
    }
}
