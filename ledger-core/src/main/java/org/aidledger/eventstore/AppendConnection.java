package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection an engine appends through, opened again when it is lost. For whoever holds the lead. */
final class AppendConnection implements AutoCloseable {

    /** How long an unknown outcome is looked into before its callers are told so. */
    static final Duration RESOLVE_MAX = Duration.ofSeconds(30);

    /** A plan made while the log is small is kept when it is big: look-ups go by index from the first event on. */
    private static final String PLANS =
            "set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan";

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource database;
    private @Nullable Connection connection;
    private @Nullable AppendStatement statement;

    AppendConnection(DataSource database) {
        this.database = database;
    }

    /** @throws AppendFailure.NotWritten when no connection could be opened: nothing was sent */
    AppendStatement.Answer execute(Group group, Instant clock) throws SQLException {
        AppendStatement prepared = statement;
        if (prepared == null) {
            try {
                prepared = new AppendStatement(open());
            } catch (SQLException e) {
                throw new AppendFailure.NotWritten("the database is out of reach: " + e.getMessage(), e);
            }
            statement = prepared;
        }
        return prepared.execute(group, clock);
    }

    LogHead read(HeadReader reader, LogHead known) {
        try {
            return reader.read(open(), known);
        } catch (SQLException first) {
            discard();
            try {
                return reader.read(open(), known);
            } catch (SQLException second) {
                discard();
                throw new AppendFailure.NotWritten("the head of the log cannot be read: " + second.getMessage(),
                        second);
            }
        }
    }

    /** Whether this error leaves open what became of the statement: the connection is gone, so no answer can be trusted. */
    boolean isLostBy(SQLException e) throws AppendFailure {
        String state = e.getSQLState();
        boolean lost = state == null || state.startsWith("08") || state.startsWith("57P") || isClosed();
        if (lost) {
            discard();
        }
        return lost;
    }

    /**
     * Makes sure that what was sent for this head can no longer succeed, or finds that it did.
     *
     * @param firstId id of the first event that was sent
     * @return whether it was committed
     * @throws AppendFailure.OutcomeUnknown when the database stayed out of reach
     */
    boolean fenceAndFind(LogHead on, UUID firstId, SQLException cause) {
        Instant giveUp = Instant.now().plus(RESOLVE_MAX);
        for (int attempt = 1;; attempt++) {
            try {
                Connection fresh = open();
                boolean fenced = fence(fresh, on);
                boolean committed = !fenced && isEventAt(fresh, on.size(), firstId);
                LOG.warn("connection lost while appending at {} ({}): the append {}", on.size(), cause.getMessage(),
                        committed ? "was committed" : "did not happen and is tried again");
                return committed;
            } catch (SQLException e) {
                discard();
                if (Instant.now().isAfter(giveUp)) {
                    throw new AppendFailure.OutcomeUnknown("the connection was lost while appending and for "
                            + RESOLVE_MAX.toSeconds()
                            + " s nobody could say whether it happened; ask again with the same "
                            + "idempotency key", e);
                }
                LOG.warn("attempt {} to learn the outcome of an append failed: {}", attempt, e.getMessage());
                pause();
            }
        }
    }

    /** Takes the next step with nothing in it; false when it is taken already. Waits for a statement still in flight on it. */
    static boolean fence(Connection connection, LogHead on) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger.head (step, size, root, frontier, recorded_at) values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insertHead(insert, on.step() + 1, on);
            return insert.executeUpdate() == 1;
        }
    }

    static void insertHead(PreparedStatement insert, long step, LogHead as) throws SQLException {
        insert.setLong(1, step);
        insert.setLong(2, as.size());
        insert.setBytes(3, as.edge().root().toBytes());
        insert.setBytes(4, as.edge().frontier());
        insert.setObject(5, OffsetDateTime.ofInstant(as.recordedAt(), ZoneOffset.UTC));
    }

    private static boolean isEventAt(Connection connection, long index, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from ledger.entry where index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && id.equals(row.getObject(1, UUID.class));
            }
        }
    }

    Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.getConnection();
            open.setAutoCommit(true);
            try (Statement settings = open.createStatement()) {
                settings.execute(PLANS);
            }
            connection = open;
        }
        return open;
    }

    private boolean isClosed() {
        try {
            return connection == null || connection.isClosed();
        } catch (SQLException e) {
            LOG.debug("a connection that cannot even say whether it is closed counts as closed", e);
            return true;
        }
    }

    void discard() {
        Connection lost = connection;
        connection = null;
        statement = null;
        if (lost != null) {
            try {
                lost.close();
            } catch (SQLException e) {
                LOG.debug("closing a lost connection", e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        discard();
    }
}
