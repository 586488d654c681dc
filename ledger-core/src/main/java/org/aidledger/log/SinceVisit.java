package org.aidledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;

/**
 * What became of the log since an auditor saved a checkpoint of it: the proof that it went on from there and what was added, or
 * the proof that it is another history.
 */
public final class SinceVisit {

    /** Streams that one answer lists. */
    public static final int STREAMS_MAX = 1_000;

    private static final String CORRECTION = "aid.EntryCorrected";

    private final DataSource database;
    private final Checkpoints checkpoints;
    private final PublishedLog published;

    public SinceVisit(DataSource database, Checkpoints checkpoints, PublishedLog published) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.published = published;
    }

    /** What the comparison shows; {@code now} is the checkpoint signed for it. */
    public sealed interface Finding {

        /** What the log is now. */
        SignedCheckpoint now();

        /**
         * The log went on from the saved checkpoint: nothing of it was changed.
         *
         * @param proof leads from the saved root to the present one
         * @param added what was recorded since
         */
        record WentOn(SignedCheckpoint now, ConsistencyProof proof, Added added) implements Finding {
        }

        /**
         * The first events are not those of the saved checkpoint: history was rewritten. The two checkpoints, both signed by this
         * ledger, are the proof.
         *
         * @param root what the first events give now
         */
        record Rewritten(SignedCheckpoint now, Hash root) implements Finding {
        }

        /** Events that were there are gone: the ledger signed more than it has. The two checkpoints are the proof. */
        record Shrunk(SignedCheckpoint now) implements Finding {
        }

        /** The checkpoint was not signed by this ledger, so that it shows nothing about it. */
        record NotOurs(SignedCheckpoint now, String why) implements Finding {
        }
    }

    /**
     * What was recorded since.
     *
     * @param from index of the first event
     * @param to index behind the last one
     * @param events how many that are
     * @param visited the day, in Viet Nam, of the last event before: what was true up to then could have been recorded before
     * @param backDated events that were true on that day or earlier
     * @param reversals corrections of earlier entries
     * @param streams by id, at most {@value SinceVisit#STREAMS_MAX}
     */
    public record Added(long from, long to, long events, LocalDate visited, long backDated, long reversals,
            long streamCount,
            List<Stream> streams) {
        public Added {
            streams = List.copyOf(streams);
        }
    }

    /** What was added to one project, inspection or import. */
    public record Stream(String id, long events, long backDated, long reversals) {
    }

    /** Compares with a checkpoint saved earlier; its signature is checked here. */
    public Finding compare(SignedCheckpoint saved) {
        SignedCheckpoint now = checkpoints.latest();
        Checkpoint before = saved.checkpoint();
        try {
            checkpoints.identity().keys().verify(saved);
        } catch (TlogException e) {
            return new Finding.NotOurs(now, e.getMessage());
        }
        long size = now.checkpoint().size();
        if (before.size() > size) {
            return new Finding.Shrunk(now);
        }
        Hash root = published.root(before.size());
        if (!root.equals(before.root())) {
            return new Finding.Rewritten(now, root);
        }
        return new Finding.WentOn(now, published.consistency(before.size(), size), added(before.size(), size));
    }

    private Added added(long from, long to) {
        try (Connection connection = database.getConnection()) {
            LocalDate visited = dayOf(connection, from - 1);
            long backDated = 0;
            long reversals = 0;
            long count = 0;
            List<Stream> streams = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select stream, count(*), count(*) filter (where effective_date <= ?), count(*) filter (where type = ?)
                      from ledger.entry where index >= ? and index < ? group by stream order by stream""")) {
                select.setObject(1, visited);
                select.setString(2, CORRECTION);
                select.setLong(3, from);
                select.setLong(4, to);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Stream stream = new Stream(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
                        backDated += stream.backDated();
                        reversals += stream.reversals();
                        if (count++ < STREAMS_MAX) {
                            streams.add(stream);
                        }
                    }
                }
            }
            return new Added(from, to, to - from, visited, backDated, reversals, count, streams);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what was added: " + e.getMessage(), e);
        }
    }

    /** The first day there is when nothing was recorded before. */
    private static LocalDate dayOf(Connection connection, long index) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select recorded_at from ledger.entry where index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? VietNam.dateOf(row.getObject(1, OffsetDateTime.class).toInstant())
                        : LocalDate.of(1, 1, 1);
            }
        }
    }
}
