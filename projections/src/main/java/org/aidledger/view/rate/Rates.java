package org.aidledger.view.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds exchange rates. */
public final class Rates {

    private final JdbcClient jdbc;

    public Rates(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What was found, and at which number of events. */
    public record Page(AsOf.Answered asOf, List<FoundRate> rates) {
        public Page {
            rates = List.copyOf(rates);
        }
    }

    /**
     * Every rate of a table in use on a day, by currency.
     *
     * @param known as it was known when the log held that many events, or null for now
     */
    public Page on(String table, LocalDate day, @Nullable Long known) {
        AsOf.Answered asOf = AsOf.of(day, known).answeredAt(ViewSchema.held(jdbc, "rate"));
        return new Page(asOf, jdbc.sql("""
                with last as (
                    select max(event_index) as event_index from views_rate.rate
                    where table_id = :table and event_index < :known and valid_from <= :day and valid_to >= :day)
                select rate.* from views_rate.rate join last using (event_index) order by currency""")
                .param("table", table).param("known", asOf.known()).param("day", day).query(Rates::read).list());
    }

    /** The rate of one currency in use on a day; empty when the table has none. */
    public Optional<FoundRate> on(String table, String currency, LocalDate day, @Nullable Long known) {
        return on(table, day, known).rates().stream().filter(rate -> rate.currency().equals(currency)).findFirst();
    }

    private static FoundRate read(ResultSet row, int number) throws SQLException {
        return new FoundRate(row.getString("table_id"), row.getString("base"), row.getString("currency"),
                row.getBigDecimal("units"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("source"), row.getLong("event_index"));
    }
}
