package org.aidledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the log in order of their index, read ahead by a thread of its own so that reading and hashing overlap. Rows are
 * read by index range in short transactions: nobody else waits.
 */
final class StoredEntries implements AutoCloseable {

    private static final int BATCH = 4_096;

    /** One row: the leaf, its hash as stored, and the columns that repeat what the leaf says. */
    record Row(long index, String stream, long version, UUID id, String type, LocalDate effectiveDate,
            Instant recordedAt,
            byte[] leaf, byte[] leafHash) {
    }

    private sealed interface Read {
        record Rows(List<Row> rows) implements Read {
        }

        record Failed(SQLException failure) implements Read {
        }
    }

    private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(4);
    private final Thread reader;
    private List<Row> batch = List.of();
    private int at;
    private boolean ended;

    /** @param size rows from the first one there is up to, but without, this index are read */
    StoredEntries(Connection connection, long size) {
        reader = Thread.ofVirtual().name("verify-read").start(() -> readAll(connection, size));
    }

    private void readAll(Connection connection, long size) {
        try {
            long from = Long.MIN_VALUE;
            try (PreparedStatement select = connection.prepareStatement("""
                    select index, stream, version, id, type, effective_date, recorded_at, leaf, leaf_hash
                      from ledger.entry where index >= ? and index < ? order by index limit ?""")) {
                List<Row> rows;
                do {
                    rows = read(select, from, size);
                    read.put(new Read.Rows(rows));
                    from = rows.isEmpty() ? size : rows.getLast().index() + 1;
                } while (rows.size() == BATCH);
                if (!rows.isEmpty()) {
                    read.put(new Read.Rows(List.of()));
                }
            } catch (SQLException e) {
                read.put(new Read.Failed(e));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Row> read(PreparedStatement select, long from, long size) throws SQLException {
        select.setLong(1, from);
        select.setLong(2, size);
        select.setInt(3, BATCH);
        List<Row> rows = new ArrayList<>(BATCH);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getObject(6, LocalDate.class), row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getBytes(8),
                        row.getBytes(9)));
            }
        }
        return rows;
    }

    /** The next row, or null at the end. */
    @Nullable
    Row next() throws SQLException {
        if (at == batch.size() && !ended) {
            try {
                batch = switch (read.take()) {
                    case Read.Rows(var rows) -> rows;
                    case Read.Failed(var failure) -> throw failure;
                };
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while verifying", e);
            }
            at = 0;
            ended = batch.isEmpty();
        }
        return at < batch.size() ? batch.get(at++) : null;
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
