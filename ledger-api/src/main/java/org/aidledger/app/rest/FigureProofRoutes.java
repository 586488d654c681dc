package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.aidledger.app.rest.BalanceAnswers.Line;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.money.Currency;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogProof;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.PostingPlace;
import org.aidledger.view.balance.ProjectBalance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A figure that explains and proves itself. */
@RestController
@RequestMapping(path = Paths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Evidence")
final class FigureProofRoutes {

    private final Balances balances;
    private final Computed computed;
    private final LedgerGateway gateway;
    private final Checkpoints checkpoints;
    private final PublishedLog published;
    private final JsonMapper json;

    FigureProofRoutes(Balances balances, Computed computed, LedgerGateway gateway, Checkpoints checkpoints,
            PublishedLog published, JsonMapper json) {
        this.balances = balances;
        this.computed = computed;
        this.gateway = gateway;
        this.checkpoints = checkpoints;
        this.published = published;
        this.json = json;
    }

    /**
     * A figure, what it is made of, and the proof that the log has that. It does not show that no further event counts: the file
     * has the project's whole stream, and says what it shows of that.
     *
     * @param amount null where it is not recorded, which is not zero
     * @param postings behind the figure, in the order of the log
     * @param events that posted them
     * @param checkpoint signed, verbatim; every proof leads to it
     * @param vkey the key it is signed with; compare it with one you have by another way
     * @param file where the same is had as one file that verifies offline
     */
    record FigureProof(String project, Currency currency, String measure, @Nullable BigDecimal amount,
            boolean recorded, List<Line> postings, List<ProvedEvent> events, String checkpoint, String vkey,
            String file, Computed.At at) {
    }

    /**
     * One event in the log.
     *
     * @param leaf its bytes as they were hashed, in base64
     * @param proof its {@code .tlog-proof} file
     */
    record ProvedEvent(long index, String leaf, String proof) {
    }

    /** Written as it is read: however many postings there are, only a page of them is in memory. */
    @GetMapping("/projects/{project}/figures/{currency}/{measure}/proof")
    @Operation(summary = "A figure with all its postings, their events, the events' proofs and the signed checkpoint",
            responses = @ApiResponse(responseCode = "200",
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = FigureProof.class))))
    void proof(@PathVariable ProjectId project, @PathVariable String currency, @PathVariable String measure,
            AsOf question, HttpServletResponse response) throws IOException {
        if (gateway.reader().lastVersionOf(project.value()).isEmpty()) {
            throw new Refused(new NotFound("project " + project));
        }
        Measure of = AskedFigure.measure(measure);
        Currency in = AskedFigure.currency(currency);
        ProjectBalance balance = balances.ofProject(project.value(), question);
        AsOf asOf = new AsOf(balance.asOf().effective(), balance.asOf().known(), balance.asOf().booked());
        BigDecimal amount = balance.currencies().stream().filter(one -> one.currency().equals(in)).findFirst()
                .map(figures -> figures.figure(of)).orElse(null);
        SignedCheckpoint checkpoint = checkpoints.latest();
        Computed.At at = computed.at(balance.asOf());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(Computed.KNOWN_AT, Long.toString(at.known()));
        // Never closed where it fails: that would end the object, and an answer that was cut would look whole.
        JsonGenerator out = json.createGenerator(response.getOutputStream());
        out.writeStartObject();
        out.writeStringProperty("project", project.value());
        out.writePOJOProperty("currency", in);
        out.writeStringProperty("measure", of.key());
        out.writePOJOProperty("amount", amount);
        out.writeBooleanProperty("recorded", amount != null);
        events(postings(project, of, in, balance.asOf(), out), checkpoint, out);
        out.writeStringProperty("checkpoint", checkpoint.note().toString());
        out.writeStringProperty("vkey", checkpoints.identity().verifierKey().toString());
        out.writeStringProperty("file", file(project, in, of, asOf));
        out.writePOJOProperty("at", at);
        out.writeEndObject();
        out.close();
    }

    /** Gives the indices of the events that posted them, ascending; all that is kept of each posting. */
    private LongStream postings(ProjectId project, Measure of, Currency in, AsOf.Answered asOf, JsonGenerator out) {
        LongStream.Builder indices = LongStream.builder();
        long last = -1;
        PostingPlace after = null;
        out.writeArrayPropertyStart("postings");
        List<Posting> page;
        do {
            page = balances.postings(project.value(), of, in, asOf, after, Balances.PAGE_MAX);
            for (Posting posting : page) {
                out.writePOJO(Line.of(posting, of));
                if (posting.index() != last) {
                    last = posting.index();
                    indices.add(last);
                }
                after = posting.place();
            }
        } while (page.size() == Balances.PAGE_MAX);
        out.writeEndArray();
        return indices.build();
    }

    private void events(LongStream indices, SignedCheckpoint checkpoint, JsonGenerator out) {
        out.writeArrayPropertyStart("events");
        published.inclusions(indices.boxed()::iterator, checkpoint.checkpoint().size(),
                proof -> out.writePOJO(new ProvedEvent(proof.index(),
                        Base64.getEncoder().encodeToString(gateway.reader().leaf(proof.index()).orElseThrow()),
                        new TlogProof(proof, checkpoint).toString())));
        out.writeEndArray();
    }

    private static String file(ProjectId project, Currency currency, Measure measure, AsOf asOf) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Paths.API)
                .pathSegment("evidence", "projects", project.value(), "figures", currency.code(), measure.key())
                .queryParam("known", asOf.known());
        if (asOf.effective() != null) {
            address.queryParam("effective", asOf.effective());
        }
        if (asOf.booked() != null) {
            address.queryParam("booked", asOf.booked());
        }
        return address.build().toUriString();
    }
}
