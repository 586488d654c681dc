package org.aidledger.app.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogProof;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Proof files of events (C2SP tlog-proof), each with the checkpoint of the log as it is now. */
@Component
final class ProofFiles {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Checkpoints checkpoints;
    private final PublishedLog published;

    ProofFiles(Checkpoints checkpoints, PublishedLog published) {
        this.checkpoints = checkpoints;
        this.published = published;
    }

    /**
     * An event that a signed checkpoint covers.
     *
     * @param proof the text of its {@code .tlog-proof} file
     */
    record Sealed(long index, String proof) {
    }

    /** @throws Refused when there is no such event */
    ResponseEntity<byte[]> answer(long index) {
        SignedCheckpoint checkpoint = checkpoints.latest();
        long size = checkpoint.checkpoint().size();
        if (index < 0 || index >= size) {
            throw new Refused(new NotFound("event " + index));
        }
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"event-" + index + TlogProof.FILE_EXTENSION + "\"")
                .body(new TlogProof(published.inclusion(index, size), checkpoint).toBytes());
    }

    /** The proofs of events that are in the log, first and last included. */
    List<Sealed> seal(long first, long last) {
        SignedCheckpoint checkpoint = checkpoints.latest();
        List<Sealed> sealed = new ArrayList<>();
        published.inclusions(LongStream.rangeClosed(first, last).boxed().toList(), checkpoint.checkpoint().size(),
                proof -> sealed.add(new Sealed(proof.index(), new TlogProof(proof, checkpoint).toString())));
        return sealed;
    }
}
