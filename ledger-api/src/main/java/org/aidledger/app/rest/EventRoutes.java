package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.LeafHeader;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.tlog.TreeHasher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single events, as the very bytes that the log hashes. */
@RestController
@RequestMapping(Paths.API + "/events")
@Tag(name = "Log")
final class EventRoutes {

    /** The event's RFC 6962 leaf hash, hexadecimal: SHA-256 of a zero byte and the body. */
    private static final String LEAF_HASH = "Leaf-Hash";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final EntryReader reader;
    private final ProofFiles proofs;

    EventRoutes(LedgerGateway gateway, ProofFiles proofs) {
        this.reader = gateway.reader();
        this.proofs = proofs;
    }

    @GetMapping(path = "/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The proof that an event is in the log, as a .tlog-proof file for offline use")
    ResponseEntity<byte[]> proof(@PathVariable long index) {
        return proofs.answer(index);
    }

    @GetMapping(path = "/{index}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One event: its stored leaf, byte for byte")
    ResponseEntity<byte[]> event(@PathVariable long index) {
        byte[] leaf = reader.leaf(index)
                .orElseThrow(() -> new Refused(new NotFound("event " + index)));
        LeafHeader header = Catalogue.header(leaf);
        String hash = new TreeHasher().leaf(leaf).hex();
        boolean last = index + 1 >= reader.size();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(hash).header(LEAF_HASH, hash)
                // The bytes are for ever, but the last event will have a next one.
                .cacheControl(last ? CacheControl.noCache().cachePrivate()
                        : CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .contentType(MediaType.APPLICATION_JSON);
        Commands.links(header.stream(), null).values().stream().findFirst()
                .ifPresent(stream -> answer.header(HttpHeaders.LINK, link(stream, "collection")));
        answer.header(HttpHeaders.LINK, link(Paths.event(index) + "/proof", "describedby"));
        if (!last) {
            answer.header(HttpHeaders.LINK, link(Paths.event(index + 1), "next"));
        }
        if (index > 0) {
            answer.header(HttpHeaders.LINK, link(Paths.event(index - 1), "prev"));
        }
        return answer.body(leaf);
    }

    private static String link(String path, String relation) {
        return "<" + path + ">; rel=\"" + relation + "\"";
    }
}
