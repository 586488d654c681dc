package org.aidledger.app.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TlogException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The transparency log as any C2SP tlog-tiles client reads it. Checkpoint, key and hash tiles give nothing away and are public;
 * entry bundles are the events themselves.
 */
@RestController
@RequestMapping("/log")
final class LogRoutes {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration BRIEFLY = Duration.ofMinutes(1);

    private final Checkpoints checkpoints;
    private final PublishedLog published;
    private final ProofFiles proofs;

    LogRoutes(Checkpoints checkpoints, PublishedLog published, ProofFiles proofs) {
        this.checkpoints = checkpoints;
        this.published = published;
        this.proofs = proofs;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noCache())
                .body(checkpoints.latest().toBytes());
    }

    /** The newest checkpoint that a witness cosigned; the newest of all is a few seconds ahead of it while the log grows. */
    @GetMapping("/cosigned-checkpoint")
    ResponseEntity<byte[]> cosigned() {
        return checkpoints.lastCosigned().map(checkpoint -> ResponseEntity.ok().contentType(TEXT)
                .cacheControl(CacheControl.noCache()).body(checkpoint.toBytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/vkey")
    ResponseEntity<byte[]> verifierKey() {
        String vkey = checkpoints.current().verifierKey() + "\n";
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noCache())
                .body(vkey.getBytes(StandardCharsets.UTF_8));
    }

    /** How the log went over to its present key from earlier ones; empty when it never did. */
    @GetMapping("/key-rotations")
    ResponseEntity<byte[]> keyRotations() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noCache())
                .body(KeyRotation.write(checkpoints.current().keys().rotations()));
    }

    /** A proof file by itself shows nothing; with the event's bytes it shows that they are in the log. */
    @GetMapping("/proof/{index}")
    ResponseEntity<byte[]> proof(@PathVariable long index) {
        return proofs.answer(index);
    }

    @GetMapping("/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        TilePath tile;
        try {
            tile = TilePath.parse("tile" + path);
        } catch (TlogException.Malformed notATile) {
            return ResponseEntity.notFound().build();
        }
        return published.tile(tile)
                .map(bytes -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(caching(tile)).body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A partial tile never changes either, but is superseded, and then asked for no more. */
    private static CacheControl caching(TilePath tile) {
        CacheControl caching = tile.isFull() ? CacheControl.maxAge(FOR_EVER).immutable() : CacheControl.maxAge(BRIEFLY);
        return tile.isEntries() ? caching.cachePrivate() : caching.cachePublic();
    }
}
