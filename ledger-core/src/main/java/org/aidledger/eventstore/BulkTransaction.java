package org.aidledger.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.Tile;
import org.aidledger.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/** Writes one batch on a head that is already taken: entries as they are read, then what was gathered on the way. */
final class BulkTransaction {

    private static final int HASHED_TOGETHER = 4_096;

    private final Connection connection;
    private final LogHead head;
    private final Instant recordedAt;
    private final TreeHasher hasher = new TreeHasher();
    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    private final byte[] hash = new byte[32];
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Long> tagIndices = new ArrayList<>();
    private RightEdge edge;
    private long next;
    private @Nullable UUID firstId;

    BulkTransaction(Connection connection, LogHead head, Instant recordedAt) {
        this.connection = connection;
        this.head = head;
        this.recordedAt = recordedAt;
        this.edge = head.edge();
        this.next = head.size();
    }

    @Nullable
    UUID firstId() {
        return firstId;
    }

    AppendResult result() {
        return new AppendResult(head.size(), next - 1, recordedAt);
    }

    /** Two steps on: the first one is the fence that holds the place. */
    LogHead after() {
        return new LogHead(head.step() + 2, edge, recordedAt);
    }

    void write(BulkAppend.Batch batch) throws SQLException {
        writeEntries(batch);
        writeTags();
        writeTiles();
        writeContents(batch.contents());
        Heads.insert(connection, after());
    }

    private void writeEntries(BulkAppend.Batch batch) throws SQLException {
        try (BulkAppend.Items items = batch.open();
                BinaryCopy copy = new BinaryCopy(connection,
                        "ledger.entry (index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash, "
                                + "answer_key, answer_request_sha256, answer_first_index)")) {
            for (BulkAppend.Item item = items.next(), following; item != null; item = following) {
                following = items.next();
                byte[] leaf = item.event().stamp(next, recordedAt);
                hasher.leaf(leaf, 0, leaf.length, hash, 0);
                if (firstId == null) {
                    firstId = item.event().id();
                }
                copy.row(12)
                        .put(next)
                        .put(item.event().stream())
                        .put(item.event().version())
                        .put(item.event().id())
                        .put(item.event().type())
                        .put(item.event().effectiveDate())
                        .put(recordedAt)
                        .put(leaf)
                        .put(hash);
                putAnswer(copy, following == null ? batch.key() : null);
                hashes.writeBytes(hash);
                if (hashes.size() == HASHED_TOGETHER * hash.length) {
                    grow();
                }
                for (Tag tag : item.tags()) {
                    tags.add(tag);
                    tagIndices.add(next);
                }
                next++;
            }
            grow();
            long rows = copy.finish();
            if (rows == 0 || rows != next - head.size()) {
                throw new IllegalStateException(
                        "a batch of " + (next - head.size()) + " events became " + rows + " rows");
            }
        }
    }

    /** Beside the last entry: what the key was answered with. */
    private void putAnswer(BinaryCopy copy, @Nullable IdempotencyKey key) {
        if (key == null) {
            copy.putNull().putNull().putNull();
        } else {
            copy.put(key.value()).put(key.requestDigest()).put(head.size());
        }
    }

    private void grow() {
        RightEdge.Growth growth = edge.append(hashes.toByteArray());
        hashes.reset();
        edge = growth.after();
        tiles.addAll(growth.completed());
    }

    private void writeTags() throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "ledger.tag (tag, index)")) {
            for (int i = 0; i < tags.size(); i++) {
                copy.row(2).put(tags.get(i).value()).put(tagIndices.get(i));
            }
            copy.finish();
        }
    }

    private void writeTiles() throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "ledger.tile (level, number, root, hashes)")) {
            for (Tile tile : tiles) {
                copy.row(4).putSmall(tile.level()).put(tile.index()).put(tile.root().toBytes()).put(tile.toBytes());
            }
            copy.finish();
        }
    }

    private void writeContents(Map<String, BulkAppend.Content> contents) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into ledger.content (sha256, bytes) values (?, ?) on conflict do nothing")) {
            for (Map.Entry<String, BulkAppend.Content> content : contents.entrySet()) {
                try (InputStream bytes = content.getValue().open()) {
                    insert.setBytes(1, HexFormat.of().parseHex(content.getKey()));
                    insert.setBinaryStream(2, bytes, content.getValue().length());
                    insert.executeUpdate();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes to keep cannot be read", e);
        }
    }
}
