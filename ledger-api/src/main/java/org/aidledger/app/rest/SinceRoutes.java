package org.aidledger.app.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aidledger.app.exchange.evidence.CheckpointRefusal;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.log.SinceVisit;
import org.aidledger.log.SinceVisit.Added;
import org.aidledger.log.SinceVisit.Finding;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the log since an auditor was here last. */
@RestController
@RequestMapping(path = Paths.API + "/log", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Log")
final class SinceRoutes {

    private final SinceVisit visits;
    private final Trail trail;

    SinceRoutes(SinceVisit visits, Trail trail) {
        this.visits = visits;
        this.trail = trail;
    }

    /**
     * The comparison.
     *
     * @param verdict {@code went-on}: nothing was changed since; {@code rewritten} and {@code shrunk}: the two checkpoints, both
     *        signed by this ledger, prove it; {@code not-ours}: the checkpoint says nothing about this ledger
     * @param saved the checkpoint handed in
     * @param now the present one
     * @param proof of consistency between the two (RFC 9162 2.1.4), in base64, where the log went on
     * @param rootNow what the log gives at the saved size now, where it was rewritten
     * @param events a page of what was added, in the order of the log
     * @param next the {@code after} of the next page, where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Since(String verdict, String saved, String now, @Nullable List<String> proof, @Nullable String rootNow,
            @Nullable String why, @Nullable Added added, @Nullable List<NewEvent> events, @Nullable Long next) {
    }

    /**
     * One event that was added.
     *
     * @param backDated whether it was true on the day of the last visit already
     * @param reverses the event it corrects
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewEvent(long index, String stream, String type, String sentence, LocalDate effectiveDate,
            Instant recordedAt, boolean backDated, @Nullable Long reverses, String event) {
    }

    @GetMapping("/since")
    @Operation(
            summary = "Compare with a checkpoint saved earlier: the proof that the log went on, and what was added since")
    ResponseEntity<Since> since(
            @RequestParam @Parameter(description = "as /log/checkpoint gave it, with its signature") String checkpoint,
            @RequestParam(required = false) @Parameter(
                    description = "index of the last event of the page before") @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer pageSize, Locale language) {
        SignedCheckpoint saved = EvidenceRoutes.saved("checkpoint", checkpoint).orElseThrow(
                () -> new Refused(new WrongParameter("checkpoint", "", Fault.of(Kind.CHECKPOINT))));
        return answer(saved, after, pageSize, language);
    }

    /** Changes nothing; a picture does not fit into an address. */
    @PostMapping(path = "/since",
            consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @Operation(summary = "The same, the body being the checkpoint's text or a picture of its QR code, PNG or JPEG")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = {@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary"))})
    @ApiResponse(responseCode = "413", ref = "#/components/responses/Problem")
    ResponseEntity<Since> handedIn(InputStream body,
            @RequestParam(required = false) @Parameter(
                    description = "index of the last event of the page before") @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer pageSize, Locale language) throws IOException {
        try {
            return answer(SavedCheckpoint.read(body), after, pageSize, language);
        } catch (CheckpointRefusal.Refused refused) {
            throw new Refused(refused.refusal());
        }
    }

    private ResponseEntity<Since> answer(SignedCheckpoint saved, @Nullable Long after, @Nullable Integer pageSize,
            Locale language) {
        Finding finding = visits.compare(saved);
        String before = saved.note().toString();
        String now = finding.now().note().toString();
        Since body = switch (finding) {
            case Finding.NotOurs(var _, var why) ->
                new Since("not-ours", before, now, null, null, why, null, null, null);
            case Finding.Shrunk _ -> new Since("shrunk", before, now, null, null, null, null, null, null);
            case Finding.Rewritten(var _, var root) ->
                new Since("rewritten", before, now, null, root.base64(), null, null, null, null);
            case Finding.WentOn(var _, var proof, var added) -> {
                long from = after == null ? added.from() : Math.max(added.from(), after + 1);
                long to = Math.min(added.to(), from + Cursor.pageSize(pageSize));
                yield new Since("went-on", before, now, proof.path().stream().map(Hash::base64).toList(), null, null,
                        added, events(from, to, added.visited(), language), to < added.to() ? (Long) (to - 1) : null);
            }
        };
        return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).body(body);
    }

    private List<NewEvent> events(long from, long to, LocalDate visited, Locale language) {
        List<NewEvent> events = new ArrayList<>();
        for (long index = from; index < to; index++) {
            TrailLine line = trail.line(index).orElseThrow();
            events.add(new NewEvent(index, line.entry().stream(), line.entry().type(), line.sentence(language),
                    line.entry().effectiveDate(), line.entry().recordedAt(),
                    !line.entry().effectiveDate().isAfter(visited), line.refersTo(), Paths.event(index)));
        }
        return events;
    }
}
