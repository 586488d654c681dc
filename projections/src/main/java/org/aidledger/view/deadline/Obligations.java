package org.aidledger.view.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.project.AidKind;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what was to be done on a day, as known at any number of events. */
public final class Obligations {

    static final String TITLE_VI = "titleVi";
    static final String TITLE_EN = "titleEn";
    static final String AID_KIND = "kind";

    private static final String CALLED = """
            (select value from views_deadline.fact f where f.stream = %s.stream and f.name = 'titleVi'
                and f.event_index < :known order by f.event_index desc limit 1) as title_vi,
            (select value from views_deadline.fact f where f.stream = %1$s.stream and f.name = 'titleEn'
                and f.event_index < :known order by f.event_index desc limit 1) as title_en
            """;

    /** Money that came and was not taken back. */
    private static final String ARRIVED = """
            arrived as (
                select a.* from views_deadline.arrival a
                where a.event_index < :known and a.present = 1 and a.arrived_on <= :day
                  and not exists (select from views_deadline.arrival b where b.stream = a.stream and b.entry = a.entry
                      and b.present = 0 and b.event_index > a.event_index and b.event_index < :known))
            """;

    /** Of several approvals, orders or certificates the last counts; of several pledges the first. */
    private static final String OPEN = "with " + ARRIVED + """
            , started as (
                select distinct on (kind, stream, part) * from (
                    select o.*, case kind when 'EMERGENCY_APPROVAL' then 1 else -1 end as way
                    from views_deadline.obligation o where event_index < :known and started_on <= :day) o
                order by kind, stream, part, way * (started_on - date '2000-01-01'), way * event_index)
            select o.*,\s""" + CALLED.formatted("o") + """
            from started o
            where coalesce((select sum(s.given) from views_deadline.settlement s
                    where s.kind = o.kind and s.stream = o.stream and s.currency = o.currency
                      and s.event_index < :known and s.settled_on <= :day
                      and (s.part = o.part or s.part = '*'
                          and (s.settled_on, s.event_index) > (o.started_on, o.event_index))), 0) < o.needed
              and (o.kind <> 'IDLE_APPROVAL' or not exists (select from arrived a where a.stream = o.stream))
              and (o.kind <> 'EMERGENCY_APPROVAL' or :relief = (select value from views_deadline.fact f
                    where f.stream = o.stream and f.name = 'kind' and f.event_index < :known
                    order by f.event_index desc limit 1))
            order by o.started_on, o.event_index, o.kind, o.part""";

    private static final String REPORTING = "with " + ARRIVED + """
            select distinct on (a.stream) a.*,
                (select min(s.settled_on) from views_deadline.settlement s where s.kind = 'PERIODIC_REPORT'
                    and s.stream = a.stream and s.event_index < :known and s.settled_on <= :day) as ended_on,\s"""
            + CALLED.formatted("a") + """
            from arrived a
            where exists (select from views_deadline.obligation o where o.kind = 'IDLE_APPROVAL'
                and o.stream = a.stream and o.event_index < :known and o.started_on <= :day)
            order by a.stream, a.arrived_on, a.event_index""";

    private final JdbcClient jdbc;

    public Obligations(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What was open.
     *
     * @param open but periodic reports, in the order they started
     * @param reporting the projects that owe periodic reports, with those they filed
     */
    public record Found(AsOf.Answered asOf, List<Obligation> open, List<Reporting> reporting) {
        public Found {
            open = List.copyOf(open);
            reporting = List.copyOf(reporting);
        }
    }

    /**
     * What was open at the end of a day: begun by then, and not done by then as far as the ledger had been told.
     *
     * @param question its effective date is replaced by the day
     */
    public Found on(LocalDate day, AsOf question) {
        AsOf.Answered asOf = new AsOf(day, question.known(), null)
                .answeredAt(ViewSchema.held(jdbc, "deadline"));
        List<Obligation> open = jdbc.sql(OPEN).param("known", asOf.known()).param("day", day)
                .param("relief", AidKind.EMERGENCY_RELIEF.name()).query(Obligations::open).list();
        Map<String, List<Reporting.Filed>> filed = new HashMap<>();
        jdbc.sql("select stream, kind, covers_to from views_deadline.report where event_index < :known"
                + " and filed_on <= :day order by event_index").param("known", asOf.known()).param("day", day)
                .query((row, number) -> filed.computeIfAbsent(row.getString("stream"), stream -> new ArrayList<>())
                        .add(new Reporting.Filed(row.getString("kind"), row.getObject("covers_to", LocalDate.class))))
                .list();
        List<Reporting> reporting = jdbc.sql(REPORTING).param("known", asOf.known()).param("day", day)
                .query((row, number) -> reporting(row, filed)).list();
        return new Found(asOf, open, reporting);
    }

    private static Obligation open(ResultSet row, int number) throws SQLException {
        return new Obligation(Obligation.Kind.valueOf(row.getString("kind")), row.getString("stream"),
                row.getString("title_vi"), row.getString("title_en"), row.getString("part"), row.getString("detail"),
                row.getLong("event_index"), row.getObject("started_on", LocalDate.class),
                row.getObject("due", LocalDate.class));
    }

    private static Reporting reporting(ResultSet row, Map<String, List<Reporting.Filed>> filed) throws SQLException {
        String stream = row.getString("stream");
        return new Reporting(stream, row.getString("title_vi"), row.getString("title_en"), row.getLong("event_index"),
                row.getObject("arrived_on", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                filed.getOrDefault(stream, List.of()));
    }
}
