package org.aidledger.app.exchange.iati.intake;

import java.util.Map;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.Tag;

/** A decided file on its way into the log: its events from the spool, and its bytes. */
record ImportBatch(ImportRequest request, Spool spool, Map<String, Long> firstVersions, Map<Tag, Long> preconditions,
        ImportProgress progress) implements BulkAppend.Batch {

    @Override
    public BulkAppend.Items open() {
        return spool.open(progress);
    }

    @Override
    public IdempotencyKey key() {
        return request.key();
    }

    @Override
    public Map<String, BulkAppend.Content> contents() {
        return Map.of(request.source().sha256(), request.source());
    }
}
