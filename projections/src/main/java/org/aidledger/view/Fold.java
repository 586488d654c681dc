package org.aidledger.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aidledger.event.Entry;

/**
 * The one step by which any view advances: under the lock of its position, entries that are already in are skipped, the rest is
 * applied and the position moved, all in the caller's transaction. So several nodes, a rebuild and a command line may fold the
 * same view at the same time: each entry is folded in once, and none is ever left out.
 */
public final class Fold {

    private Fold() {
    }

    /**
     * @param batch consecutive entries
     * @param transaction has entered the view's schema, see {@link ViewSchema#enter}
     * @return the view's position afterwards
     * @throws IllegalStateException when the batch has a gap, does not join what the view holds, or the view was written by
     *         another version of the projection
     */
    public static long step(Projection projection, List<Entry> batch, Connection transaction) throws SQLException {
        long position = lockPosition(projection, transaction);
        List<Entry> fresh = freshFrom(position, batch);
        if (fresh.isEmpty()) {
            return position;
        }
        if (fresh.getFirst().index() != position) {
            throw new IllegalStateException(
                    "view " + projection.name() + " holds " + position + " entries and cannot go on with index "
                            + fresh.getFirst().index());
        }
        projection.apply(fresh, transaction);
        return moveTo(fresh.getLast().index() + 1, transaction);
    }

    private static List<Entry> freshFrom(long position, List<Entry> batch) {
        if (batch.isEmpty()) {
            return batch;
        }
        long first = batch.getFirst().index();
        if (batch.getLast().index() - first != batch.size() - 1) {
            throw new IllegalStateException(
                    batch.size() + " entries from index " + first + " to " + batch.getLast().index()
                            + " are not consecutive");
        }
        return batch.subList((int) Math.clamp(position - first, 0, batch.size()), batch.size());
    }

    private static long lockPosition(Projection projection, Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("select version, next_index from position for update")) {
            row.next();
            if (row.getInt(1) != projection.version()) {
                throw new IllegalStateException("view " + projection.name() + " was written by version " + row.getInt(1)
                        + " of its projection and this is version " + projection.version() + ": rebuild it");
            }
            return row.getLong(2);
        }
    }

    private static long moveTo(long position, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement("update position set next_index = ?")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
        return position;
    }
}
