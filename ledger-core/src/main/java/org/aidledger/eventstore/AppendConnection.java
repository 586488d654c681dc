package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection an engine appends through, opened again when it is lost. For whoever holds the lead. */
final class AppendConnection implements AutoCloseable {

    /** How long an unknown outcome is looked into before its callers are told so. */
    static final Duration RESOLVE_MAX = Duration.ofSeconds(30);

    /**
     * A plan made while the log is small is kept when it is big: look-ups go by index from the first event on. And as everybody
     * waits for a backend that has taken the next step, one whose client is gone or stuck must not stay.
     */
    private static final String SETTINGS = """
            set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan;
            set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4;
            set idle_in_transaction_session_timeout = '60s'""";

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource database;
    private @Nullable Connection connection;
    private @Nullable AppendStatement statement;
    private @Nullable Backend backend;
    private LogHead acknowledged = LogHead.EMPTY;
    private boolean interrupted;
    private boolean closed;

    /** What serves a connection: process numbers are used again, times of start are not. */
    private record Backend(int pid, OffsetDateTime started) {
    }

    /** The database is not the one that this process has appended to, or not all of it. */
    private static final class HistoryLost extends SQLException {
        HistoryLost(LogHead acknowledged) {
            super("the database has lost events that were acknowledged: it has no step " + acknowledged.step()
                    + " with the root " + acknowledged.edge().root() + "; it is a restored backup or a stale replica");
        }
    }

    AppendConnection(DataSource database) {
        this.database = database;
    }

    /**
     * @throws AppendFailure.NotWritten when no connection could be opened: nothing was sent
     * @throws SQLException when it failed; {@link #isLostBy} says whether it may have happened nevertheless
     */
    AppendStatement.Answer execute(Group group, InstantSource clock) throws SQLException {
        AppendStatement prepared = statement;
        if (prepared == null) {
            try {
                prepared = new AppendStatement(open());
            } catch (SQLException e) {
                throw new AppendFailure.NotWritten("the database is out of reach: " + e.getMessage(), e);
            }
            statement = prepared;
        }
        try {
            return prepared.execute(group, clock);
        } catch (RuntimeException e) {
            throw new SQLException("the database driver failed: " + e, e);
        } catch (Error e) {
            // the answer may still be under way, and must not be taken for the next one's
            discard();
            throw e;
        }
    }

    LogHead read(HeadReader reader, LogHead known) {
        for (int failures = 0;;) {
            try {
                LogHead head = reader.read(open(), known);
                acknowledge(head);
                return head;
            } catch (SQLException e) {
                failures += putOffInterrupt() ? 0 : 1;
                discard();
                if (failures == 2) {
                    throw new AppendFailure.NotWritten("the head of the log cannot be read: " + e.getMessage(), e);
                }
            }
        }
    }

    /** From now on a database without this head is not one to append to. */
    void acknowledge(LogHead head) {
        acknowledged = head;
    }

    /** Whether this error leaves open what became of the statement: the connection is gone, so no answer can be trusted. */
    boolean isLostBy(SQLException e) {
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
     * @param firstId id of the first event that was sent; null when none was
     * @return whether it was committed
     * @throws AppendFailure.OutcomeUnknown when the database stayed out of reach
     */
    boolean fenceAndFind(LogHead on, @Nullable UUID firstId, SQLException cause) {
        Backend old = backend;
        long giveUp = System.nanoTime() + RESOLVE_MAX.toNanos();
        for (int attempt = 1;; attempt++) {
            try {
                Connection fresh = open();
                end(fresh, old);
                boolean fenced = Heads.fence(fresh, on);
                boolean committed = !fenced && firstId != null && isEventAt(fresh, on.size(), firstId);
                LOG.warn("connection lost while appending at {} ({}): the append {}", on.size(), firstLine(cause),
                        committed ? "was committed" : "did not happen");
                return committed;
            } catch (SQLException e) {
                discard();
                if (e instanceof HistoryLost || System.nanoTime() > giveUp) {
                    throw new AppendFailure.OutcomeUnknown("the connection was lost while appending, and whether it "
                            + "happened could not be found out within " + RESOLVE_MAX.toSeconds()
                            + " s; ask again with the same idempotency key: " + firstLine(e), e);
                }
                LOG.warn("attempt {} to learn the outcome of an append failed: {}", attempt, firstLine(e));
                pause();
            }
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** A backend that the network hides may keep the next step for itself until it notices; the server can be told at once. */
    private static void end(Connection connection, @Nullable Backend old) throws SQLException {
        if (old == null) {
            return;
        }
        try (PreparedStatement end = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?")) {
            end.setInt(1, old.pid);
            end.setObject(2, old.started);
            end.executeQuery().close();
        }
    }

    private static boolean isEventAt(Connection connection, long index, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from ledger.entry where index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && id.equals(row.getObject(1, UUID.class));
            }
        }
    }

    /**
     * The connection, opened where there is none.
     *
     * @throws AppendFailure.NotWritten after {@link #close}
     */
    Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            if (closed) {
                throw new AppendFailure.NotWritten("the ledger is closed");
            }
            while (open == null) {
                try {
                    open = connect();
                } catch (SQLException e) {
                    if (!putOffInterrupt()) {
                        throw e;
                    }
                }
            }
            connection = open;
        }
        return open;
    }

    private Connection connect() throws SQLException {
        Connection fresh = database.getConnection();
        try {
            prepare(fresh);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private void prepare(Connection fresh) throws SQLException {
        fresh.setAutoCommit(true);
        try (Statement statements = fresh.createStatement()) {
            statements.execute(SETTINGS);
            try (ResultSet row = statements
                    .executeQuery("select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()")) {
                row.next();
                backend = new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
            }
        }
        if (acknowledged.step() > 0 && !Heads.has(fresh, acknowledged)) {
            throw new HistoryLost(acknowledged);
        }
    }

    /** Ends the transaction with nothing done; a connection that cannot do even that is given up. */
    void rollBack() {
        Connection open = connection;
        if (open != null) {
            try {
                open.rollback();
                open.setAutoCommit(true);
            } catch (SQLException e) {
                LOG.debug("rolling back", e);
                discard();
            }
        }
    }

    /**
     * An interrupt closes the socket that a virtual thread waits on. It was meant for one caller, while the connection works for
     * many: it is put off until the lead is handed over.
     *
     * @return whether there was one
     */
    boolean putOffInterrupt() {
        boolean now = Thread.interrupted();
        interrupted |= now;
        return now;
    }

    /** Whether an interrupt was put off; it is the caller's again. */
    boolean takeInterrupt() {
        boolean taken = putOffInterrupt() || interrupted;
        interrupted = false;
        return taken;
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
        putOffInterrupt();
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

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        discard();
    }
}
