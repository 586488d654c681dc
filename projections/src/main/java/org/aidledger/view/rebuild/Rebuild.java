package org.aidledger.view.rebuild;

import static org.aidledger.view.rebuild.RebuildReport.Comparison.DIFFERENT;
import static org.aidledger.view.rebuild.RebuildReport.Comparison.EQUAL;
import static org.aidledger.view.rebuild.RebuildReport.Comparison.LIVE_VIEW_AHEAD_OF_LOG;
import static org.aidledger.view.rebuild.RebuildReport.Comparison.LIVE_VIEW_OF_ANOTHER_VERSION;
import static org.aidledger.view.rebuild.RebuildReport.Comparison.NO_LIVE_VIEW;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.view.Projection;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.ViewSchema.Position;
import org.aidledger.view.rebuild.RebuildReport.Comparison;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild of one view, under the lock that keeps others from the same. */
final class Rebuild {

    private static final Logger LOGGER = LoggerFactory.getLogger(Rebuild.class);
    /** What it comes to when somebody reads: no lock in time, or a deadlock that the server has ended. */
    private static final Set<String> STILL_READ = Set.of("55P03", "40P01");

    private final DataSource dataSource;
    private final Rebuilder rebuilder;
    private final EntryReader log;
    private final Projection projection;
    private final Progress progress;
    private final ViewSchema live;
    private final ViewSchema shadow;

    Rebuild(DataSource dataSource, Rebuilder rebuilder, EntryReader log, Projection projection, Progress progress) {
        this.dataSource = dataSource;
        this.rebuilder = rebuilder;
        this.log = log;
        this.projection = projection;
        this.progress = progress;
        this.live = ViewSchema.live(projection.name());
        this.shadow = ViewSchema.shadow(projection.name());
    }

    RebuildReport run() throws SQLException {
        long start = System.nanoTime();
        dropOld();
        Comparison incomparable = incomparable();
        prepare(incomparable == null);
        rebuilder.fold(projection, shadow, target(incomparable == null), progress);
        createIndexes();
        Compared compared = incomparable == null ? compare() : new Compared(incomparable, 0, null, null);
        long events = swap(target(incomparable == null));
        dropOld();
        return new RebuildReport(projection.name(), events, (System.nanoTime() - start) / 1e9, compared.comparison,
                compared.at,
                compared.digestLive, compared.digestShadow);
    }

    private record Compared(Comparison comparison, long at, @Nullable String digestLive,
            @Nullable String digestShadow) {
    }

    /** Why the live view cannot be compared, or null when it can. */
    private @Nullable Comparison incomparable() throws SQLException {
        Optional<Position> position = position(live);
        if (position.isEmpty()) {
            return NO_LIVE_VIEW;
        }
        if (position.get().version() != projection.version()) {
            return LIVE_VIEW_OF_ANOTHER_VERSION;
        }
        return position.get().nextIndex() > log.size() ? LIVE_VIEW_AHEAD_OF_LOG : null;
    }

    /** Keeps what an interrupted rebuild left, unless it is of another version or further than what it is to be compared with. */
    private void prepare(boolean comparable) throws SQLException {
        Optional<Position> left = position(shadow);
        if (left.isPresent() && left.get().version() == projection.version()
                && left.get().nextIndex() <= target(comparable)) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            shadow.takeAway(projection.name(), connection);
            shadow.create(projection, connection);
            connection.commit();
        }
    }

    /** The shadow never overtakes a live view, so that there is always an entry at which both can be compared. */
    private long target(boolean comparable) throws SQLException {
        return comparable ? position(live).orElseThrow().nextIndex() : log.size();
    }

    private void createIndexes() throws SQLException {
        if (position(shadow).orElseThrow().indexed()) {
            return;
        }
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local maintenance_work_mem = '128MB'");
            shadow.enter(connection);
            shadow.createIndexes(projection, connection);
            connection.commit();
            connection.setAutoCommit(true);
            shadow.vacuum(connection);
        }
    }

    /**
     * The live view is read in one snapshot, at whatever entry it is then, and the shadow is folded to the same; meanwhile the
     * live view goes on.
     */
    private Compared compare() throws SQLException {
        rebuilder.fold(projection, shadow, target(true), progress);
        try (Connection liveSnapshot = dataSource.getConnection();
                Connection shadowSnapshot = dataSource.getConnection();
                ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            snapshot(liveSnapshot);
            long at = live.position(liveSnapshot).orElseThrow().nextIndex();
            rebuilder.fold(projection, shadow, at, progress);
            snapshot(shadowSnapshot);
            Future<String> shadowDigest = beside.submit(() -> ViewDigest.of(shadow, shadowSnapshot));
            String liveDigest = ViewDigest.of(live, liveSnapshot);
            String rebuilt = DecodeAhead.await(shadowDigest);
            liveSnapshot.rollback();
            shadowSnapshot.rollback();
            return new Compared(rebuilt.equals(liveDigest) ? EQUAL : DIFFERENT, at, liveDigest, rebuilt);
        }
    }

    private static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /**
     * Holds back whoever folds the live view, be it another version of the program, brings the shadow to the same entry and
     * renames both. Whoever waited finds the new view under the old name, at the position it expects, and no reader is taken back.
     */
    private long swap(long target) throws SQLException {
        rebuilder.fold(projection, shadow, target, progress);
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            shadow.enter(connection);
            if (live.position(connection).isPresent()) {
                // Readers go on; a fold begins by locking the table, for which it waits here.
                statement.execute("lock table " + live.name() + ".position in exclusive mode");
                long held = live.position(connection).orElseThrow().nextIndex();
                rebuilder.foldInside(projection, shadow, Math.min(held, log.size()), connection);
                live.takeAway(projection.name(), connection);
            }
            long events = shadow.position(connection).orElseThrow().nextIndex();
            statement.execute("alter schema " + shadow.name() + " rename to " + live.name());
            connection.commit();
            return events;
        }
    }

    /** What somebody reads for long, such as pg_dump, stays until the next rebuild. */
    private void dropOld() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            List<ViewSchema> all = ViewSchema.old(projection.name(), connection);
            connection.setAutoCommit(false);
            for (ViewSchema old : all) {
                try {
                    statement.execute("set local lock_timeout = '2s'");
                    old.drop(connection);
                    connection.commit();
                } catch (SQLException e) {
                    connection.rollback();
                    if (!STILL_READ.contains(String.valueOf(e.getSQLState()))) {
                        throw e;
                    }
                    LOGGER.warn("{} is still being read and stays until the next rebuild", old.name());
                }
            }
        }
    }

    private Optional<Position> position(ViewSchema schema) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return schema.position(connection);
        }
    }
}
