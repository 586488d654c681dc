package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads the stored bytes of events, by index or by stream, in short transactions. */
public final class EntryReader {

    private static final int READ_TOGETHER = 1_000;

    private final DataSource database;

    public EntryReader(DataSource database) {
        this.database = database;
    }

    /** How many events the log holds. */
    public long size() {
        return number("select size from ledger.head order by step desc limit 1").orElse(0L);
    }

    /** The leaves from index {@code from} on, at most {@code limit}, in order. */
    public List<byte[]> leaves(long from, int limit) {
        return leaves("select leaf from ledger.entry where index >= ? order by index limit ?", from, limit);
    }

    /** The leaf at an index, empty when the log is shorter. */
    public Optional<byte[]> leaf(long index) {
        return leaves("select leaf from ledger.entry where index = ?", index).stream().findFirst();
    }

    /** The leaves at these indices, ascending and each in the log, in order. */
    public List<byte[]> leavesAt(List<Long> indices) {
        return leaves("select leaf from ledger.entry where index = any(?::bigint[]) order by index",
                (Object) indices.toArray(Long[]::new));
    }

    /** The leaves of a stream from version {@code from} on, at most {@code limit}, in order. */
    public List<byte[]> leavesOf(String stream, long from, int limit) {
        return leaves("select leaf from ledger.entry where stream = ? and version >= ? order by version limit ?",
                stream, from,
                limit);
    }

    /** All leaves of a stream, in order, so many at a time that a long stream needs no more memory than a short one. */
    public void eachLeafOf(String stream, Consumer<byte[]> use) {
        List<byte[]> leaves;
        long next = 0;
        do {
            leaves = leavesOf(stream, next, READ_TOGETHER);
            leaves.forEach(use);
            next += leaves.size();
        } while (leaves.size() == READ_TOGETHER);
    }

    /**
     * Of each stream the leaves after a version, in order, all as they stand at one moment.
     *
     * @param lastVersions by stream; -1 for all of it
     */
    public void eachLeafAfter(Map<String, Long> lastVersions, BiConsumer<String, byte[]> use) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("""
                    select s.stream, e.leaf
                      from unnest(?::text[], ?::bigint[]) as s (stream, last_version),
                           lateral (select leaf from ledger.entry
                                     where stream = s.stream collate "C" and version > s.last_version
                                     order by version) as e""")) {
                select.setFetchSize(READ_TOGETHER);
                select.setObject(1, lastVersions.keySet().toArray(String[]::new));
                select.setObject(2, lastVersions.values().toArray(Long[]::new));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        use.accept(row.getString(1), row.getBytes(2));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read events: " + e.getMessage(), e);
        }
    }

    /** The leaves that carry a tag and whose index is below {@code before}, in order. */
    public List<byte[]> leavesTagged(Tag tag, long before) {
        return leaves("select e.leaf from ledger.tag t join ledger.entry e on e.index = t.index"
                + " where t.tag = ? and t.index < ? order by t.index", tag.value(), before);
    }

    /** The version of a stream's last event, empty when it has none. */
    public Optional<Long> lastVersionOf(String stream) {
        return number("select version from ledger.entry where stream = ? order by version desc limit 1", stream);
    }

    /** How many events were recorded up to and including this time: the log's size as it was known then. */
    public long sizeAt(Instant time) {
        return number("select ledger.size_at(?)", OffsetDateTime.ofInstant(time, ZoneOffset.UTC)).orElse(0L);
    }

    private List<byte[]> leaves(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            List<byte[]> leaves = new ArrayList<>();
            while (row.next()) {
                leaves.add(row.getBytes(1));
            }
            return leaves;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read events: " + e.getMessage(), e);
        }
    }

    private Optional<Long> number(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the log: " + e.getMessage(), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
