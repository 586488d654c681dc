package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.aidledger.app.exchange.evidence.EvidenceRefusal.TooManyPostings;
import org.aidledger.app.rest.BalanceAnswers.Line;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.money.Currency;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.InclusionProof;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogProof;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.ProjectBalance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

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

    FigureProofRoutes(Balances balances, Computed computed, LedgerGateway gateway, Checkpoints checkpoints,
            PublishedLog published) {
        this.balances = balances;
        this.computed = computed;
        this.gateway = gateway;
        this.checkpoints = checkpoints;
        this.published = published;
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

    @GetMapping("/projects/{project}/figures/{currency}/{measure}/proof")
    @Operation(summary = "A figure with its postings, their events, the events' proofs and the signed checkpoint")
    ResponseEntity<FigureProof> proof(@PathVariable ProjectId project, @PathVariable String currency,
            @PathVariable String measure, AsOf question) {
        if (gateway.reader().lastVersionOf(project.value()).isEmpty()) {
            throw new Refused(new NotFound("project " + project));
        }
        Measure of = AskedFigure.measure(measure);
        Currency in = AskedFigure.currency(currency);
        ProjectBalance balance = balances.ofProject(project.value(), question);
        AsOf asOf = new AsOf(balance.asOf().effective(), balance.asOf().known(), balance.asOf().booked());
        String file = file(project, in, of, asOf);
        List<Posting> postings = balances.postings(project.value(), of, in, asOf, null, Balances.PAGE_MAX);
        if (postings.size() == Balances.PAGE_MAX) {
            throw new Refused(new TooManyPostings(Balances.PAGE_MAX - 1, file));
        }
        BigDecimal amount = balance.currencies().stream().filter(one -> one.currency().equals(in)).findFirst()
                .map(figures -> figures.figure(of)).orElse(null);
        SignedCheckpoint checkpoint = checkpoints.latest();
        Computed.At at = computed.at(balance.asOf());
        return ResponseEntity.ok().header(Computed.KNOWN_AT, Long.toString(at.known()))
                .body(new FigureProof(project.value(), in, of.key(), amount, amount != null,
                        postings.stream().map(posting -> Line.of(posting, of)).toList(),
                        proved(postings, checkpoint), checkpoint.note().toString(),
                        checkpoints.identity().verifierKey().toString(), file, at));
    }

    private List<ProvedEvent> proved(List<Posting> postings, SignedCheckpoint checkpoint) {
        TreeSet<Long> indices = new TreeSet<>();
        postings.forEach(posting -> indices.add(posting.index()));
        List<InclusionProof> proofs = new ArrayList<>();
        published.inclusions(indices, checkpoint.checkpoint().size(), proofs::add);
        return proofs.stream().map(proof -> new ProvedEvent(proof.index(),
                Base64.getEncoder().encodeToString(gateway.reader().leaf(proof.index()).orElseThrow()),
                new TlogProof(proof, checkpoint).toString())).toList();
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
