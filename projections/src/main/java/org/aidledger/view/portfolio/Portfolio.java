package org.aidledger.view.portfolio;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.balance.Account;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds up the whole portfolio by one of its dimensions. The groups of a dimension add up, in every currency and measure, to the
 * totals of all projects at the same clocks. What a project belongs to is what was known at the time asked for, not today's.
 */
public final class Portfolio {

    /** The OECD's five-digit purpose codes, in IATI's list of sector vocabularies. */
    public static final String DAC = "1";

    private static final String MOVED = """
            with moved as (
                select project, account, currency, {own} as own, {when} sum(amount) as amount
                  from views_balance.posting {rates}
                 where event_index < :known and effective_date >= :from and effective_date <= :effective
                   and booking_period <= :booked {only}
                 group by project, account, currency, own {grouped}
            ), latest as (
                select project, max(event_index) as event_index from views_portfolio.attribute
                 where dimension = :dimension and event_index < :known group by project
            ), belongs as (
                select a.project, a.value, a.share from views_portfolio.attribute a join latest using (project, event_index)
                 where a.dimension = :dimension and a.vocabulary = :vocabulary
            ), part as (
                select nullif(coalesce(m.own, b.value), '') as value, m.project, m.account, m.currency, {kept}
                       case when m.own is null then m.amount * coalesce(b.share, 1) else m.amount end as amount
                  from moved m left join belongs b on b.project = m.project
            )
            """;

    /** The periods of a table, which do not overlap. */
    private static final String RATE_PERIODS = """
            left join (select distinct valid_from, valid_to from views_rate.rate
                        where table_id = :table and event_index < :known) p
              on effective_date between p.valid_from and p.valid_to""";

    /** Projects that were known to be in one of these places and no other. */
    private static final String IN_PROVINCE = """
            and project in (select project from (
                select distinct on (project) project, value from views_portfolio.attribute
                 where dimension = 'PROVINCE' and event_index < :known order by project, event_index desc) placed
                where value in (:places))""";

    private final JdbcClient jdbc;

    public Portfolio(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The lines of an answer and the clocks it was given at. */
    public record Lines(AsOf.Answered asOf, List<Group> groups) {
        public Lines {
            groups = List.copyOf(groups);
        }
    }

    /** Each province by the code it was recorded with. */
    public Lines by(Dimension dimension, String vocabulary, @Nullable LocalDate from, AsOf question) {
        return by(dimension, vocabulary, ProvinceList.AS_RECORDED, from, question);
    }

    /**
     * @param vocabulary of sectors, such as {@link #DAC}; ignored for other dimensions
     * @param provinces the list that provinces are shown by; ignored for other dimensions
     * @param from the first effective date that counts, or null for all
     * @return by value, what belongs to none last
     */
    public Lines by(Dimension dimension, String vocabulary, ProvinceList provinces, @Nullable LocalDate from,
            AsOf question) {
        AsOf.Answered asOf =
                question.answeredAt(ViewSchema.held(jdbc, "balance", "portfolio"));
        Question asked = new Question(dimension, vocabulary, provinces, from, null, asOf);
        Map<String, Long> projects = new HashMap<>();
        asked.ask(jdbc, "select value, count(distinct project) as projects from part group by value")
                .query((row, number) -> projects.merge(asked.group(row), row.getLong("projects"), Long::sum)).list();
        Map<String, Map<Currency, Map<Account, BigDecimal>>> sums = new TreeMap<>(NONE_LAST);
        asked.ask(jdbc,
                "select value, account, currency, sum(amount) as amount from part group by value, account, currency")
                .query((row, number) -> sums.computeIfAbsent(asked.group(row), value -> new TreeMap<>())
                        .computeIfAbsent(Currency.of(row.getString("currency")), c -> new EnumMap<>(Account.class))
                        .merge(Account.valueOf(row.getString("account")), row.getBigDecimal("amount"),
                                BigDecimal::add))
                .list();
        List<Group> groups = new ArrayList<>();
        sums.forEach((value, currencies) -> groups.add(new Group(value.isEmpty() ? null : value,
                projects.getOrDefault(value, 0L), figures(currencies))));
        return new Lines(asOf, groups);
    }

    static final Comparator<String> NONE_LAST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    /**
     * What is asked of postings and of what their projects belong to.
     *
     * @param places the recorded places that projects have to be in; null for all projects
     */
    record Question(Dimension dimension, String vocabulary, ProvinceList provinces, @Nullable LocalDate from,
            @Nullable List<String> places, AsOf.Answered asOf) {

        /** What the group of a row is called; empty for none. A project has one group of places, so several may become one. */
        String group(ResultSet row) throws SQLException {
            String value = key(row);
            return dimension == Dimension.PROVINCE ? provinces.show(value) : value;
        }

        JdbcClient.StatementSpec ask(JdbcClient jdbc, String select) {
            return bound(jdbc.sql(moved().replace("{when}", "").replace("{rates}", "").replace("{grouped}", "")
                    .replace("{kept}", "") + select));
        }

        /** The same, with each posting's year and the first day of the period that the rate table has it in. */
        JdbcClient.StatementSpec ask(JdbcClient jdbc, String rateTable, String select) {
            return bound(jdbc.sql(moved()
                    .replace("{when}", "extract(year from effective_date)::int as year, p.valid_from as period,")
                    .replace("{rates}", RATE_PERIODS).replace("{grouped}", ", year, period")
                    .replace("{kept}", "m.year, m.period,") + select).param("table", rateTable));
        }

        private String moved() {
            return MOVED.replace("{own}", own(dimension)).replace("{only}", places == null ? "" : IN_PROVINCE);
        }

        private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
            YearMonth booked = asOf.booked();
            LocalDate effective = asOf.effective();
            return statement.param("known", asOf.known()).param("places", places)
                    .param("from", from == null ? LocalDate.of(1, 1, 1) : from)
                    .param("effective", effective == null ? LocalDate.of(9999, 12, 31) : effective)
                    .param("booked", booked == null ? "9999-12" : booked.toString())
                    .param("dimension", dimension.name())
                    .param("vocabulary", dimension == Dimension.SECTOR ? vocabulary : "");
        }
    }

    /** What a posting says itself of the dimension. */
    private static String own(Dimension dimension) {
        return switch (dimension) {
            case DONOR -> "donor";
            case YEAR -> "extract(year from effective_date)::text";
            default -> "null::text";
        };
    }

    private static String key(ResultSet row) throws SQLException {
        String value = row.getString("value");
        return value == null ? "" : value;
    }

    private static List<CurrencyFigures> figures(Map<Currency, Map<Account, BigDecimal>> currencies) {
        List<CurrencyFigures> figures = new ArrayList<>();
        currencies.forEach((currency, accounts) -> figures
                .add(new CurrencyFigures(currency, Measure.ofSeveral(accounts))));
        return figures;
    }
}
