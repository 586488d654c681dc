package org.aidledger.view.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds accounting periods. */
public final class Periods {

    /** The most one page holds. */
    public static final int PAGE_MAX = 1_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Periods(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * Reporting entities that keep periods, in the order they began to.
     *
     * @param after the {@code openedIndex} of the last one of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     */
    public List<PeriodSummary> all(@Nullable Long after, int limit) {
        return jdbc.sql("select * from views_period.period where opened_index > ? order by opened_index limit ?")
                .params(after == null ? -1L : after, Math.clamp(limit, 1, PAGE_MAX)).query(Periods::read).list();
    }

    /**
     * What became of one entity's periods, as it was known then; read from their own events, so never behind the log.
     *
     * @param known a number of events, or null for all
     */
    public Optional<PeriodHistory> history(String id, @Nullable Long known) {
        List<Entry> events =
                jdbc.sql("select leaf from ledger.entry where stream = ? and index < ? order by version")
                        .params(id, known == null ? Long.MAX_VALUE : known).query(byte[].class).list().stream()
                        .map(catalogue::decode).toList();
        return events.isEmpty() || !(events.getFirst().payload() instanceof PeriodsOpened opened) ? Optional.empty()
                : Optional.of(new PeriodHistory(opened, events));
    }

    private static PeriodSummary read(ResultSet row, int number) throws SQLException {
        return new PeriodSummary(row.getString("id"), row.getString("entity"),
                YearMonth.parse(row.getString("first_month")), YearMonth.parse(row.getString("closed_through")),
                row.getLong("opened_index"));
    }
}
