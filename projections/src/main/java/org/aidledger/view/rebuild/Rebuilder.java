package org.aidledger.view.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.view.Fold;
import org.aidledger.view.Projection;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.ViewSchema.Position;

/**
 * Folds the log into views without any processor: builds those that are not there, rebuilds those that are, and catches up
 * those that lag. A view may be folded by any number of processes at a time; only one rebuilds it.
 */
public final class Rebuilder {

    private static final long POLL_MILLIS = 100;

    private final DataSource dataSource;
    private final EntryReader log;
    private final Catalogue catalogue;

    /** @param dataSource the application's connections; at least five at a time are needed for a rebuild */
    public Rebuilder(DataSource dataSource, EntryReader log, Catalogue catalogue) {
        this.dataSource = dataSource;
        this.log = log;
        this.catalogue = catalogue;
    }

    /**
     * Builds the view anew beside the live one, which keeps serving, compares the two at the same entry and swaps them. An
     * interrupted rebuild goes on where it stopped.
     *
     * @throws RebuildUnderWay when another one runs
     */
    public RebuildReport rebuild(Projection projection, Progress progress) {
        try (Connection lock = dataSource.getConnection()) {
            if (!locked(lock, projection)) {
                throw new RebuildUnderWay(projection.name());
            }
            try {
                return new Rebuild(dataSource, this, log, projection, progress).run();
            } finally {
                unlock(lock, projection);
            }
        } catch (SQLException e) {
            throw failed("rebuild", projection, e);
        }
    }

    /**
     * Builds the view if there is none, or one of an older version; waits for whoever is building it.
     *
     * @throws IllegalStateException when a newer program wrote it, which is not taken back unasked: nodes of both would build it
     *         up and down in turn
     */
    public void ensure(Projection projection, Progress progress) {
        try (Connection lock = dataSource.getConnection()) {
            awaitLock(lock, projection);
            try {
                Optional<Position> live = ViewSchema.live(projection.name()).position(lock);
                if (live.isPresent() && live.get().version() > projection.version()) {
                    throw live.get().refusal(projection);
                }
                if (live.isEmpty() || live.get().version() < projection.version()) {
                    new Rebuild(dataSource, this, log, projection, progress).run();
                }
            } finally {
                unlock(lock, projection);
            }
        } catch (SQLException e) {
            throw failed("build", projection, e);
        }
    }

    /**
     * Folds what the live view lacks, beside any live processor: for a command line that wants fresh figures, with or without a
     * serving process. Builds the view first if need be.
     *
     * @return the view's position, which is the log's size when this was called, or beyond
     */
    public long catchUp(Projection projection, Progress progress) {
        ensure(projection, progress);
        try {
            return fold(projection, ViewSchema.live(projection.name()), log.size(), progress);
        } catch (SQLException e) {
            throw failed("catch up", projection, e);
        }
    }

    /** Folds up to, but without, index {@code to}, committing batch by batch. */
    long fold(Projection projection, ViewSchema schema, long to, Progress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            long position = schema.position(connection).orElseThrow().nextIndex();
            connection.setAutoCommit(false);
            progress.at(position, to);
            try (DecodeAhead entries = new DecodeAhead(log, catalogue, position, to)) {
                for (List<Entry> batch = entries.next(); !batch.isEmpty(); batch = entries.next()) {
                    position = step(projection, schema, batch, connection);
                    connection.commit();
                    progress.at(position, to);
                }
            }
            return position;
        }
    }

    /** The same in the caller's transaction, for the few entries of the last moment. */
    void foldInside(Projection projection, ViewSchema schema, long to, Connection transaction) throws SQLException {
        long position = schema.position(transaction).orElseThrow().nextIndex();
        try (DecodeAhead entries = new DecodeAhead(log, catalogue, position, to)) {
            for (List<Entry> batch = entries.next(); !batch.isEmpty(); batch = entries.next()) {
                step(projection, schema, batch, transaction);
            }
        }
    }

    private static long step(Projection projection, ViewSchema schema, List<Entry> batch, Connection transaction)
            throws SQLException {
        schema.enter(transaction);
        return Fold.step(projection, batch, transaction);
    }

    /** Asks again and again, as a statement that waits keeps its snapshot, and vacuum from its work, for a whole rebuild. */
    private static void awaitLock(Connection lock, Projection projection) throws SQLException {
        while (!locked(lock, projection)) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the view " + projection.name() + " is being rebuilt",
                        e);
            }
        }
    }

    private static boolean locked(Connection lock, Projection projection) throws SQLException {
        try (PreparedStatement statement =
                lock.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0)) as locked")) {
            statement.setString(1, lockName(projection));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean("locked");
            }
        }
    }

    private static void unlock(Connection lock, Projection projection) throws SQLException {
        try (PreparedStatement statement = lock.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
            statement.setString(1, lockName(projection));
            statement.execute();
        }
    }

    private static String lockName(Projection projection) {
        return "rebuild of " + ViewSchema.live(projection.name()).name();
    }

    private static IllegalStateException failed(String what, Projection projection, SQLException e) {
        return new IllegalStateException("cannot " + what + " the view " + projection.name() + ": " + e.getMessage(),
                e);
    }
}
