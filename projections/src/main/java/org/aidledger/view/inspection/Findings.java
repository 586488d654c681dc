package org.aidledger.view.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.inspection.FindingFigures.OfState;
import org.aidledger.view.inspection.FindingFigures.Questioned;
import org.aidledger.view.inspection.FindingRow.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds findings: the work list of what was found and not yet put right, as known at any time and due on any day. */
public final class Findings {

    /** The most findings one page holds. */
    public static final int PAGE_MAX = 1_000;

    private static final String STATES = """
            with acted as (
                select inspection, finding, count(*) as agreed, count(*) filter (where done_index < :known) as done,
                       count(*) filter (where verified_index < :known) as verified,
                       min(due) filter (where verified_index is null or verified_index >= :known) as due
                from views_inspection.action where agreed_index < :known group by inspection, finding),
            stated as (
                select f.*, a.due as action_due,
                       case when a.agreed > 0 and a.verified = a.agreed then 'VERIFIED'
                            when f.escalated_index < :known then 'ESCALATED'
                            when a.agreed > 0 and a.done = a.agreed then 'ACTION_DONE'
                            when a.agreed > 0 then 'ACTION_AGREED'
                            when f.answered_index < :known then 'ANSWERED' else 'OPEN' end as state
                from views_inspection.finding f
                left join acted a on a.inspection = f.inspection and a.finding = f.number
                where f.raised_index < :known and f.raised_on <= :day)
            """;

    private static final String GRAVEST_FIRST =
            "order by case severity when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end, raised_on, inspection, number";

    private final JdbcClient jdbc;

    public Findings(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A page of findings, the gravest and oldest first.
     *
     * @param count how many there are, on all pages
     */
    public record Page(AsOf.Answered asOf, long count, List<FindingRow> findings) {
        public Page {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The work list.
     *
     * @param day ages and what is overdue are counted to it
     * @param state only these, or null for all
     * @param known a number of events, or null for all
     * @param skipped how many were on the pages before; on a day, at a number of events, the list is always the same
     */
    public Page list(LocalDate day, @Nullable State state, @Nullable Long known, long skipped, int limit) {
        AsOf.Answered asOf = answered(day, known);
        long count = asked("select count(*)", "", asOf, state).query(Long.class).single();
        return new Page(asOf, count, asked("select *", GRAVEST_FIRST + " offset :skipped limit :limit", asOf, state)
                .param("skipped", skipped).param("limit", Math.clamp(limit, 1, PAGE_MAX))
                .query((row, number) -> read(row, day)).list());
    }

    private JdbcClient.StatementSpec asked(String select, String order, AsOf.Answered asOf, @Nullable State state) {
        return jdbc.sql(STATES + select + " from stated where :state::text is null or state = :state::text " + order)
                .param("known", asOf.known()).param("day", asOf.effective())
                .param("state", state == null ? null : state.name());
    }

    /** The whole work list, in the same order. */
    public List<FindingRow> all(LocalDate day, @Nullable Long known) {
        return jdbc.sql(STATES + "select * from stated " + GRAVEST_FIRST).param("known", answered(day, known).known())
                .param("day", day).query((row, number) -> read(row, day)).list();
    }

    /** Findings by state, the money they question and how many were followed to the end. */
    public FindingFigures figures(LocalDate day, @Nullable Long known) {
        AsOf.Answered asOf = answered(day, known);
        List<FindingRow> all = jdbc.sql(STATES + "select * from stated").param("known", asOf.known())
                .param("day", day).query((row, number) -> read(row, day)).list();
        Map<State, Long> counts = new EnumMap<>(State.class);
        Map<State, Map<String, BigDecimal>> money = new EnumMap<>(State.class);
        for (FindingRow one : all) {
            counts.merge(one.state(), 1L, Long::sum);
            if (one.amount() != null && one.currency() != null) {
                money.computeIfAbsent(one.state(), key -> new TreeMap<>()).merge(one.currency(), one.amount(),
                        BigDecimal::add);
            }
        }
        List<OfState> states = new ArrayList<>();
        counts.forEach((state, count) -> states.add(new OfState(state, count)));
        List<Questioned> questioned = new ArrayList<>();
        money.forEach((state, sums) -> sums.forEach(
                (currency, amount) -> questioned.add(new Questioned(state, currency, amount))));
        return new FindingFigures(asOf, all.size(), all.stream().filter(FindingRow::overdue).count(),
                percent(counts.getOrDefault(State.VERIFIED, 0L), all.size()), states, questioned);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0 ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(whole), 1,
                        RoundingMode.HALF_UP);
    }

    private AsOf.Answered answered(LocalDate day, @Nullable Long known) {
        return AsOf.of(day, known).answeredAt(ViewSchema.held(jdbc, "inspection"));
    }

    private static FindingRow read(ResultSet row, LocalDate day) throws SQLException {
        LocalDate raisedOn = row.getObject("raised_on", LocalDate.class);
        LocalDate due = row.getObject("action_due", LocalDate.class);
        State state = State.valueOf(row.getString("state"));
        return new FindingRow(row.getString("inspection"), row.getInt("number"), row.getString("project"),
                row.getString("severity"), row.getString("sentence"), state, row.getBigDecimal("amount"),
                row.getString("currency"), raisedOn, row.getLong("raised_index"), due,
                due != null && due.isBefore(day), day.toEpochDay() - raisedOn.toEpochDay());
    }
}
