package org.aidledger.view.period;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.period.PeriodEvent;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.view.Projection;

/** Keeps one row a reporting entity that keeps periods. */
public final class PeriodProjection implements Projection {

    public static final String NAME = "period";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        List<Entry> periods = batch.stream().filter(entry -> entry.payload() instanceof PeriodEvent).toList();
        if (periods.isEmpty()) {
            return;
        }
        insert(periods, connection);
        close(periods, connection);
    }

    private static void insert(List<Entry> entries, Connection connection) throws SQLException {
        try (BinaryCopy copy =
                new BinaryCopy(connection, "period (id, opened_index, entity, first_month, closed_through)")) {
            for (Entry entry : entries) {
                if (entry.payload() instanceof PeriodsOpened opened) {
                    copy.row(5).put(opened.period().value()).put(entry.index()).putText(opened.entity().key())
                            .put(opened.first().toString()).put(opened.closedThrough().toString());
                }
            }
            copy.finish();
        }
    }

    private static void close(List<Entry> entries, Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update period set closed_through = ? where id = ?")) {
            for (Entry entry : entries) {
                PeriodEvent event = (PeriodEvent) entry.payload();
                update.setString(1, event.closedThrough().toString());
                update.setString(2, event.period().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
