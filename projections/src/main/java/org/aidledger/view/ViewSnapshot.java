package org.aidledger.view;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a view at one moment, for answers over a number of events that was named before. */
public final class ViewSnapshot {

    private final JdbcClient jdbc;
    private final String projection;
    private final TransactionTemplate transaction;

    public ViewSnapshot(DataSource dataSource, String projection) {
        this.jdbc = JdbcClient.create(dataSource);
        this.projection = projection;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is read through the data source over the first {@code known} events. How many the view holds is read after that and in
     * the same snapshot: one that was exchanged for a view that holds less cannot pass for the one the number was taken from.
     *
     * @throws ViewBehind when the view holds fewer
     */
    public <T> T over(long known, Supplier<T> reading) {
        return transaction.execute(begun -> {
            T read = reading.get();
            long held = ViewSchema.held(jdbc, projection);
            if (held < known) {
                throw new ViewBehind(held, known);
            }
            return read;
        });
    }
}
