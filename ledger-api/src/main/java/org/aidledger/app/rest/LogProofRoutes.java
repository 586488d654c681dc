package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.app.witness.Witnesses;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That the log of one size is the beginning of the log of another. */
@RestController
@RequestMapping(path = Paths.API + "/log", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Log")
final class LogProofRoutes {

    private final Checkpoints checkpoints;
    private final PublishedLog published;
    private final Witnesses witnesses;

    LogProofRoutes(Checkpoints checkpoints, PublishedLog published, Witnesses witnesses) {
        this.checkpoints = checkpoints;
        this.published = published;
        this.witnesses = witnesses;
    }

    /**
     * A consistency proof (RFC 9162 section 2.1.4), to be checked against roots that the caller has by other ways.
     *
     * @param from entries in the earlier tree
     * @param to entries in the later tree
     * @param fromRoot in base64, as checkpoints have it
     * @param path hashes in base64
     * @param checkpoint the signed checkpoint of the later tree, when that is the log as it is now
     */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path,
            @Nullable String checkpoint) {
    }

    /**
     * How it stands with the witnesses.
     *
     * @param size events in the newest checkpoint
     * @param cosigned how many of them have cosigned it
     */
    record WitnessesNow(long size, long cosigned, int configured, List<WitnessNow> witnesses) {
    }

    /**
     * The last word with one witness.
     *
     * @param state NEVER_ASKED, COSIGNED, UNREACHABLE, or REFUSED, which is an alarm
     * @param size of the newest checkpoint it cosigned
     */
    record WitnessNow(String name, String state, long size, Instant at, String detail) {
    }

    @GetMapping("/witnesses")
    @Operation(
            summary = "How many of how many witnesses have cosigned the newest checkpoint, and what became of the others")
    ResponseEntity<WitnessesNow> witnesses() {
        long size = checkpoints.latest().checkpoint().size();
        List<WitnessNow> all = witnesses.statuses().stream().map(status -> new WitnessNow(status.name(),
                status.state().name(), status.size(), status.at(), status.detail())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate())
                .body(new WitnessesNow(size, witnesses.cosigned(size), all.size(), all));
    }

    @GetMapping("/consistency")
    @Operation(summary = "The proof that the log of one size is the beginning of the log of another (RFC 9162 2.1.4)")
    ResponseEntity<Consistency> consistency(
            @RequestParam @Parameter(description = "events in the earlier log") long from,
            @RequestParam(required = false) @Parameter(
                    description = "events in the later log; left out: as it is now, with its signed checkpoint") @Nullable Long to) {
        SignedCheckpoint now = checkpoints.latest();
        Checkpoint head = now.checkpoint();
        long later = to == null ? head.size() : to;
        if (later < 0 || later > head.size()) {
            throw new Refused(new WrongParameter("to", Long.toString(later), Fault.of(Kind.RANGE, 0, head.size())));
        }
        if (from < 0 || from > later) {
            throw new Refused(new WrongParameter("from", Long.toString(from), Fault.of(Kind.RANGE, 0, later)));
        }
        List<String> path = published.consistency(from, later).path().stream().map(Hash::base64).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Consistency(from, later, published.root(from).base64(), published.root(later).base64(), path,
                        later == head.size() ? now.note().toString() : null));
    }
}
