package org.aidledger.app.exchange.csv;

import java.util.List;
import java.util.Map;
import org.aidledger.actor.Way;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.Tag;

/** A decided table on its way into the log: its events, and its bytes. */
record CsvBatch(CsvSource source, Way way, List<BulkAppend.Item> items, Map<String, Long> firstVersions,
        Map<Tag, Long> preconditions) implements BulkAppend.Batch {

    @Override
    public BulkAppend.Items open() {
        return BulkAppend.Items.of(items.iterator());
    }

    @Override
    public IdempotencyKey key() {
        return source.key(way);
    }

    @Override
    public Map<String, BulkAppend.Content> contents() {
        return Map.of(source.sha256(), BulkAppend.Content.of(source.bytes()));
    }
}
