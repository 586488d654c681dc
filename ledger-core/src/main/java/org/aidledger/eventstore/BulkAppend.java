package org.aidledger.eventstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Appends many events as one: all or none, by COPY. Other writers wait meanwhile (about two seconds for the most events
 * allowed), because the head is taken first: a batch is never starved by them.
 */
public final class BulkAppend {

    private static final int ATTEMPTS_MAX = 5;

    private final AppendEngine engine;
    private final InstantSource clock;

    public BulkAppend(AppendEngine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** One event and the tags it carries. */
    public record Item(Draft event, List<Tag> tags) {
    }

    /** What is to be appended, and what it rests on. */
    public interface Batch {

        /** Opens the items from the first one on; may be called again when the head moved. */
        Items open();

        /** For every stream the batch writes to: the version of its first event here. */
        Map<String, Long> firstVersions();

        /** See {@link AppendTerms#require}. */
        Map<Tag, Long> preconditions();

        /** The key this batch answers, the same for the same request. */
        IdempotencyKey key();

        /** Bytes to keep, by the SHA-256 they are addressed by (hexadecimal). */
        Map<String, Content> contents();
    }

    /** Bytes to keep; read as they are written, so that they need not fit in memory. */
    public interface Content {

        /** How many there are. */
        int length();

        /** Opens them from the first one on; may be called again when the head moved. */
        InputStream open() throws IOException;

        /** Bytes that are in memory already. */
        static Content of(byte[] bytes) {
            return new Content() {
                @Override
                public int length() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }

    /** The items in order. */
    public interface Items extends AutoCloseable {

        /** The next one, or null at the end; what was given before stays as it is. */
        @Nullable
        Item next();

        @Override
        void close();

        /** Items that are in memory already. */
        static Items of(Iterator<Item> items) {
            return new Items() {
                @Override
                public @Nullable Item next() {
                    return items.hasNext() ? items.next() : null;
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }

    /**
     * @throws AppendFailure as {@link AppendEngine#append} does
     */
    public AppendResult append(Batch batch) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            boolean isLast = attempt == ATTEMPTS_MAX;
            try {
                Optional<AppendResult> result =
                        engine.exclusively((connection, head) -> attempt(connection, head, batch, isLast));
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (SQLException e) {
                throw new AppendFailure.NotWritten("the database refused the append: " + e.getMessage(), e);
            }
        }
        throw new AppendFailure.Conflict("the head of the log moved " + ATTEMPTS_MAX + " times; try again");
    }

    /**
     * Empty when another node took the step first, or the connection was lost and nothing happened.
     *
     * @throws SQLException when nothing happened and trying again is of no use
     */
    private Optional<AppendResult> attempt(AppendConnection appendConnection, LogHead head, Batch batch, boolean isLast)
            throws SQLException {
        Connection connection = appendConnection.open();
        BulkTransaction transaction = new BulkTransaction(connection, head, Stamp.notBefore(head.recordedAt(), clock));
        try {
            connection.setAutoCommit(false);
            if (!Heads.fence(connection, head)) {
                appendConnection.rollBack();
                return Optional.empty();
            }
            requireClock(connection);
            requireUnused(connection, batch.key());
            requireVersions(connection, batch.firstVersions());
            requireUnseen(connection, batch.preconditions());
            transaction.write(batch);
            connection.commit();
            connection.setAutoCommit(true);
            appendConnection.acknowledge(transaction.after());
            return Optional.of(transaction.result());
        } catch (SQLException e) {
            if (!appendConnection.isLostBy(e)) {
                appendConnection.rollBack();
                throw e;
            }
            if (appendConnection.fenceAndFind(head, transaction.firstId(), e)) {
                return Optional.of(transaction.result());
            }
            if (isLast) {
                throw e;
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            appendConnection.rollBack();
            throw e;
        } catch (Error e) {
            // half a batch is in the transaction, and nobody knows what the driver was doing
            appendConnection.discard();
            throw e;
        }
    }

    private void requireClock(Connection connection) throws SQLException {
        Instant sent = clock.instant();
        try (PreparedStatement select = connection.prepareStatement("select clock_timestamp()");
                ResultSet row = select.executeQuery()) {
            row.next();
            Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            if (Duration.between(sent, theirs).abs().compareTo(AppendEngine.CLOCK_SKEW_MAX) > 0) {
                throw new AppendFailure.ClockOff();
            }
        }
    }

    private static void requireUnused(Connection connection, IdempotencyKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select from ledger.entry where answer_key = ?")) {
            select.setString(1, key.value());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new AppendFailure.KeyUsed(key.value());
                }
            }
        }
    }

    private static void requireVersions(Connection connection, Map<String, Long> firstVersions) throws SQLException {
        String[] streams = firstVersions.keySet().toArray(String[]::new);
        try (PreparedStatement select = connection.prepareStatement("""
                select s.stream, coalesce((select e.version from ledger.entry e where e.stream = s.stream collate "C"
                                            order by e.version desc limit 1), -1)
                  from unnest(?) as s(stream)""")) {
            select.setArray(1, connection.createArrayOf("text", streams));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String stream = row.getString(1);
                    if (row.getLong(2) != Objects.requireNonNull(firstVersions.get(stream)) - 1) {
                        throw new AppendFailure.Conflict("stream " + stream + " changed meanwhile");
                    }
                }
            }
        }
    }

    private static void requireUnseen(Connection connection, Map<Tag, Long> preconditions) throws SQLException {
        if (preconditions.isEmpty()) {
            return;
        }
        String[] tags = preconditions.keySet().stream().map(Tag::value).toArray(String[]::new);
        Long[] seen = preconditions.values().toArray(Long[]::new);
        try (PreparedStatement select = connection.prepareStatement("""
                select r.tag from unnest(?, ?) as r(tag, seen)
                 where (select t.index from ledger.tag t where t.tag = r.tag collate "C"
                         order by t.index desc limit 1) > r.seen
                 limit 1""")) {
            select.setArray(1, connection.createArrayOf("text", tags));
            select.setArray(2, connection.createArrayOf("bigint", seen));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new AppendFailure.Conflict(
                            "something the batch rests on changed meanwhile: " + row.getString(1));
                }
            }
        }
    }
}
