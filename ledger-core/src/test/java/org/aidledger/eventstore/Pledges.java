package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A batch of pledges in one stream that is new. */
record Pledges(String stream, int count, String keyValue, Map<Tag, Long> preconditions)
        implements
        BulkAppend.Batch {

    Pledges(String stream, int count, String keyValue) {
        this(stream, count, keyValue, Map.of());
    }

    @Override
    public BulkAppend.Items open() {
        Iterator<Draft> drafts = LongStream.range(0, count).mapToObj(version -> pledge(stream, version)).iterator();
        return new BulkAppend.Items() {
            private boolean first = true;

            @Override
            public BulkAppend.@Nullable Item next() {
                List<Tag> tags = first ? List.of(Tag.inspected(stream)) : List.of();
                first = false;
                return drafts.hasNext() ? new BulkAppend.Item(drafts.next(), tags) : null;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public Map<String, Long> firstVersions() {
        return Map.of(stream, 0L);
    }

    @Override
    public IdempotencyKey key() {
        return new IdempotencyKey(keyValue, "00".repeat(32));
    }

    @Override
    public Map<String, BulkAppend.Content> contents() {
        return Map.of("01".repeat(32), new BulkAppend.Content() {
            @Override
            public int length() {
                return 3;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[] {1, 2, 3});
            }
        });
    }
}
