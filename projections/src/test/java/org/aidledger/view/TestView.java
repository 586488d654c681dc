package org.aidledger.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.event.Entry;

/** Builds and folds a view by hand, without processors. */
public final class TestView {

    private TestView() {
    }

    /** A live view of these entries, folded in batches of that size. */
    public static void build(Projection projection, DataSource dataSource, List<Entry> entries, int batch) {
        ViewSchema schema = ViewSchema.live(projection.name());
        inTransaction(dataSource, connection -> {
            schema.drop(connection);
            schema.create(projection, connection);
            schema.createIndexes(projection, connection);
        });
        fold(projection, dataSource, entries, batch);
    }

    public static void fold(Projection projection, DataSource dataSource, List<Entry> entries, int batch) {
        for (int from = 0; from < entries.size(); from += batch) {
            List<Entry> part = entries.subList(from, Math.min(entries.size(), from + batch));
            inTransaction(dataSource, connection -> {
                ViewSchema.live(projection.name()).enter(connection);
                Fold.step(projection, part, connection);
            });
        }
    }

    public static void inTransaction(DataSource dataSource, Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done in the transaction. */
    public interface Work {
        void run(Connection connection) throws SQLException;
    }
}
