package org.aidledger.view.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds programmes and their targets. */
public final class Programmes {

    private final JdbcClient jdbc;

    public Programmes(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What was found, and at which number of events. */
    public record Page(AsOf.Answered asOf, List<Programme> programmes) {
        public Page {
            programmes = List.copyOf(programmes);
        }
    }

    /**
     * Every programme with the targets in use, by id.
     *
     * @param known as it was known when the log held that many events, or null for now
     */
    public Page all(@Nullable Long known) {
        AsOf.Answered asOf = AsOf.of(null, known)
                .answeredAt(
                        ViewSchema.held(jdbc, "programme"));
        Map<Long, List<Programme.Sector>> sectors = new HashMap<>();
        jdbc.sql("select * from views_programme.sector_target where event_index < ? order by event_index, place")
                .param(asOf.known())
                .query((row, number) -> sectors.computeIfAbsent(row.getLong("event_index"), index -> new ArrayList<>())
                        .add(new Programme.Sector(row.getString("vocabulary"), row.getString("code"),
                                row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
        Map<String, List<Programme.Year>> years = new HashMap<>();
        jdbc.sql("""
                select distinct on (programme, year) * from views_programme.target where event_index < ?
                order by programme, year, event_index desc""").param(asOf.known())
                .query((row, number) -> years.computeIfAbsent(row.getString("programme"), id -> new ArrayList<>())
                        .add(year(row, sectors)))
                .list();
        return new Page(asOf, jdbc.sql("select * from views_programme.programme where event_index < ? order by id")
                .param(asOf.known()).query((row, number) -> programme(row, years)).list());
    }

    private static Programme.Year year(ResultSet row, Map<Long, List<Programme.Sector>> sectors) throws SQLException {
        long index = row.getLong("event_index");
        return new Programme.Year(row.getInt("year"), row.getObject("donors", Long.class),
                sectors.getOrDefault(index, List.of()), row.getString("source"), index);
    }

    private static Programme programme(ResultSet row, Map<String, List<Programme.Year>> years) throws SQLException {
        String id = row.getString("id");
        return new Programme(id, row.getString("name_vi"), row.getString("name_en"), row.getString("province"),
                row.getObject("province_list", LocalDate.class), row.getInt("first_year"), row.getInt("last_year"),
                row.getLong("event_index"), years.getOrDefault(id, List.of()));
    }
}
