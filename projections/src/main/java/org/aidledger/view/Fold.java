package org.aidledger.view;

import java.sql.Connection;
import java.sql.SQLException;
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
        ViewSchema.Position position = ViewSchema.lockedPosition(transaction);
        if (position.version() != projection.version()) {
            throw position.refusal(projection);
        }
        List<Entry> fresh = freshFrom(position.nextIndex(), batch);
        if (fresh.isEmpty()) {
            return position.nextIndex();
        }
        if (fresh.getFirst().index() != position.nextIndex()) {
            throw new IllegalStateException("view " + projection.name() + " holds " + position.nextIndex()
                    + " entries and cannot go on with index " + fresh.getFirst().index());
        }
        projection.apply(fresh, transaction);
        long next = fresh.getLast().index() + 1;
        ViewSchema.move(position, next, transaction);
        return next;
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
}
