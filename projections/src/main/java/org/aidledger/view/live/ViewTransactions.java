package org.aidledger.view.live;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aidledger.view.ViewSchema;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on one view's schema for the thread that began them. A connection is taken only when one is asked for, so that
 * an idle processor holds none.
 */
final class ViewTransactions implements TransactionManager {

    private final DataSource dataSource;
    private final ViewSchema schema;
    private final ThreadLocal<@Nullable ViewTransaction> current = new ThreadLocal<>();

    ViewTransactions(DataSource dataSource, ViewSchema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction on " + schema.name() + " is open on this thread already");
        }
        ViewTransaction transaction = new ViewTransaction();
        current.set(transaction);
        return transaction;
    }

    /** The connection of this thread's transaction, in the view's schema. */
    Connection connection() throws SQLException {
        ViewTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction on " + schema.name() + " is open on this thread");
        }
        return transaction.connection();
    }

    private final class ViewTransaction implements Transaction {

        private @Nullable Connection connection;

        Connection connection() throws SQLException {
            if (connection == null) {
                connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                schema.enter(connection);
            }
            return connection;
        }

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commit) {
            current.remove();
            if (connection == null) {
                return;
            }
            try (Connection ended = connection) {
                if (commit) {
                    ended.commit();
                } else {
                    ended.rollback();
                }
                ended.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot end a transaction on " + schema.name() + ": " + e.getMessage(),
                        e);
            }
        }
    }
}
