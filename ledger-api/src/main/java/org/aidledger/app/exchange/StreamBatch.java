package org.aidledger.app.exchange;

import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.Tag;

/**
 * A decided file on its way into the log: its events, all of one stream, and its bytes. By the first of them its actor is known as
 * one who enters facts.
 *
 * @param family what kind of file it is, for example {@code rates}
 * @param firstVersion of its first event in the stream
 */
public record StreamBatch(String family, String stream, long firstVersion, List<Draft> events, ActorId actor,
        byte[] bytes, String sha256) implements BulkAppend.Batch {

    public StreamBatch {
        events = List.copyOf(events);
    }

    @Override
    public BulkAppend.Items open() {
        List<Tag> posts = List.of(Tag.posts(actor.value()));
        return BulkAppend.Items.of(events.stream()
                .map(event -> new BulkAppend.Item(event, event.version() == firstVersion ? posts : List.of()))
                .iterator());
    }

    @Override
    public Map<String, Long> firstVersions() {
        return Map.of(stream, firstVersion);
    }

    @Override
    public Map<Tag, Long> preconditions() {
        return Map.of();
    }

    /** The same file on the same stream at the same version is the same recording. */
    @Override
    public IdempotencyKey key() {
        return new IdempotencyKey(family + "/" + stream + "/" + firstVersion + "/" + sha256, sha256);
    }

    @Override
    public Map<String, BulkAppend.Content> contents() {
        return Map.of(sha256, BulkAppend.Content.of(bytes));
    }
}
