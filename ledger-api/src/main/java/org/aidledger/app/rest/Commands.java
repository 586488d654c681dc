package org.aidledger.app.rest;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.app.clock.ViewProgress;
import org.aidledger.bank.BankStatementId;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.LedgerEvent;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.inspection.InspectionId;
import org.aidledger.ngo.NgoId;
import org.aidledger.period.PeriodId;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateTableId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends commands and tells what became of them. */
@Component
final class Commands {

    private static final JsonMapper JSON = new JsonMapper();

    private final LedgerGateway gateway;
    private final ViewProgress views;
    private final ProofFiles proofs;

    Commands(LedgerGateway gateway, ViewProgress views, ProofFiles proofs) {
        this.gateway = gateway;
        this.views = views;
        this.proofs = proofs;
    }

    /** @throws Refused when the ledger refuses it */
    ResponseEntity<CommandAnswer> send(LedgerCommand command, CommandBody body, CommandTerms terms) {
        return answer(command.stream(), gateway.send(command, request(body, terms)), terms);
    }

    /** What travels beside the command that the body tells. */
    Request request(CommandBody body, CommandTerms terms) {
        return terms.request(body.reason(), KeptBody.ofRequest());
    }

    /** @throws Refused when the ledger refused it */
    ResponseEntity<CommandAnswer> answer(String stream, Outcome outcome, CommandTerms terms) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded(recorded, terms.until());
            case Outcome.Unchanged unchanged -> nothingRecorded(unchanged.stream(), null);
            case Outcome.WouldRecord would ->
                nothingRecorded(stream, would.events().stream().map(this::preview).toList());
            case Outcome.Refused refused -> throw new Refused(refused.refusals());
        };
    }

    private ResponseEntity<CommandAnswer> recorded(Outcome.Recorded recorded, CommandTerms.Wait wait) {
        long known = recorded.lastIndex() + 1;
        Map<String, String> links = links(recorded.stream(), known);
        links.put("event", Paths.event(recorded.firstIndex()));
        links.put("proof", Paths.event(recorded.firstIndex()) + "/proof");
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(URI.create(Paths.event(recorded.firstIndex())))
                .eTag(Long.toString(recorded.version()));
        if (recorded.earlier()) {
            answer.header(CommandTerms.HIT, "true");
        }
        return answer
                .body(new CommandAnswer(recorded.stream(), true, recorded.firstIndex(), recorded.lastIndex(), known,
                        recorded.version(),
                        wait == CommandTerms.Wait.PROJECTED ? (Boolean) views.await(recorded.lastIndex()) : null,
                        wait == CommandTerms.Wait.SEALED ? proofs.seal(recorded.firstIndex(), recorded.lastIndex())
                                : null,
                        null, links));
    }

    private ResponseEntity<CommandAnswer> nothingRecorded(String stream, @Nullable List<JsonNode> events) {
        Long version = gateway.reader().lastVersionOf(stream).orElse(null);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.OK);
        if (version != null) {
            answer.eTag(version.toString());
        }
        return answer
                .body(new CommandAnswer(stream, false, null, null, null, version, null, null, events,
                        links(stream, null)));
    }

    /** Where a stream is shown, the stream itself first; empty for one that is not, such as a run of an import. */
    static Map<String, String> links(String stream, @Nullable Long known) {
        Map<String, String> links = new LinkedHashMap<>();
        if (stream.startsWith(InspectionId.PREFIX)) {
            links.put("inspection", Paths.inspection(stream));
        } else if (stream.startsWith(ActorStreamId.PREFIX)) {
            links.put("actor", Paths.actor(stream.substring(ActorStreamId.PREFIX.length())));
        } else if (stream.startsWith(RateTableId.PREFIX)) {
            links.put("rates", Paths.rates(stream));
        } else if (stream.startsWith(ProgrammeId.PREFIX)) {
            links.put("programme", Paths.programme(stream));
        } else if (stream.startsWith(NgoId.PREFIX)) {
            links.put("donor", Paths.donor(stream));
        } else if (stream.startsWith(BankStatementId.PREFIX)) {
            links.put("bankAccount", Paths.bankAccount(stream));
        } else if (stream.startsWith(PeriodId.PREFIX)) {
            links.put("period", Paths.period(stream));
        } else if (stream.startsWith(ProjectId.PREFIX)) {
            String at = known == null ? "" : "?known=" + known;
            links.put("project", Paths.project(stream));
            links.put("balance", Paths.project(stream) + "/balance" + at);
            links.put("trail", Paths.project(stream) + "/trail" + at);
        }
        return links;
    }

    /** The event as its leaf would have it, without what is known only when it is recorded. */
    private JsonNode preview(LedgerEvent event) {
        byte[] leaf = gateway.catalogue().encode(new UUID(0, 0), "", 0, Map.of(), event).stamp(0, Instant.EPOCH);
        ObjectNode envelope = (ObjectNode) JSON.readTree(leaf);
        return envelope.retain("type", "revision", "effectiveDate", "payload");
    }
}
