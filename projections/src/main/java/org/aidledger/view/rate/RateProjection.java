package org.aidledger.view.rate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.view.Projection;

/** Keeps one row a recorded rate. */
public final class RateProjection implements Projection {

    public static final String NAME = "rate";

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
        if (batch.stream().noneMatch(entry -> entry.payload() instanceof RatesRecorded)) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(connection,
                "rate (table_id, currency, valid_from, valid_to, event_index, place, base, units, source)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof RatesRecorded recorded) {
                    int place = 0;
                    for (Rate rate : recorded.rates()) {
                        copy.row(9).put(recorded.table().value()).putText(rate.currency().code())
                                .put(recorded.from()).put(recorded.to()).put(entry.index()).put(place++)
                                .putText(recorded.base().code()).put(rate.units())
                                .putText(recorded.document().reference());
                    }
                }
            }
            copy.finish();
        }
    }
}
