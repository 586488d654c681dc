package org.aidledger.view.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.aidledger.money.Currency;
import org.aidledger.project.Place;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.balance.Account;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up the whole portfolio in one currency, under a named policy, with the rates that were recorded and known. */
public final class ConvertedPortfolio {

    /** Far more digits than any amount or rate has, so that only what is shown is rounded. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final Comparator<UsedRate> BY_PERIOD =
            Comparator.comparing(UsedRate::from).thenComparing(UsedRate::currency);

    private final JdbcClient jdbc;

    public ConvertedPortfolio(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The sum of one account in one currency and year, as far as one period of the table goes. */
    private record Part(String value, Account account, Currency currency, int year, @Nullable LocalDate period,
            BigDecimal amount) {
    }

    /**
     * @param vocabulary of sectors; ignored for other dimensions
     * @param from the first effective date that counts, or null for all
     * @return by value, what belongs to none last
     */
    public ConvertedLines by(Dimension dimension, String vocabulary, @Nullable LocalDate from, Conversion policy,
            AsOf question) {
        return by(dimension, vocabulary, ProvinceList.AS_RECORDED, from, policy, question);
    }

    /** @param provinces the list that provinces are shown by; ignored for other dimensions */
    public ConvertedLines by(Dimension dimension, String vocabulary, ProvinceList provinces, @Nullable LocalDate from,
            Conversion policy, AsOf question) {
        return by(dimension, vocabulary, provinces, from, null, policy, question);
    }

    /** The same by sector, of the projects that are in one province, by the list of its own code, and in no other. */
    public ConvertedLines inProvince(Place province, String vocabulary, LocalDate from, Conversion policy,
            AsOf question) {
        return by(Dimension.SECTOR, vocabulary, ProvinceList.AS_RECORDED, from, province, policy, question);
    }

    private ConvertedLines by(Dimension dimension, String vocabulary, ProvinceList provinces, @Nullable LocalDate from,
            @Nullable Place province, Conversion policy, AsOf question) {
        AsOf.Answered asOf = question.answeredAt(ViewSchema.held(jdbc, "balance", "portfolio", "rate"));
        Portfolio.Question asked = new Portfolio.Question(dimension, vocabulary, provinces, from,
                province == null ? null : placesIn(province), asOf);
        Map<LocalDate, Map<Currency, UsedRate>> table = table(policy.table(), asOf.known());
        Map<String, Long> projects = new HashMap<>();
        asked.ask(jdbc, policy.table(), "select value, count(distinct project) as projects from part group by value")
                .query((row, number) -> projects.merge(asked.group(row), row.getLong("projects"), Long::sum)).list();
        List<Part> parts = asked.ask(jdbc, policy.table(), "select value, account, currency, year, period,"
                + " sum(amount) as amount from part group by value, account, currency, year, period")
                .query((row, number) -> part(asked.group(row), row)).list();
        return convert(asOf, policy, parts, projects, table);
    }

    private static ConvertedLines convert(AsOf.Answered asOf, Conversion policy, List<Part> parts,
            Map<String, Long> projects, Map<LocalDate, Map<Currency, UsedRate>> table) {
        Map<String, Map<Account, BigDecimal>> sums = new TreeMap<>(Portfolio.NONE_LAST);
        projects.keySet().forEach(value -> sums.put(value, new EnumMap<>(Account.class)));
        Map<Integer, Map<Currency, Map<Account, BigDecimal>>> left = new TreeMap<>();
        SortedSet<UsedRate> used = new TreeSet<>(BY_PERIOD);
        for (Part part : parts) {
            BigDecimal converted = convert(part, policy.into(),
                    part.period == null ? Map.of() : table.getOrDefault(part.period, Map.of()), used);
            Map<Account, BigDecimal> accounts = converted == null
                    ? left.computeIfAbsent(part.year, year -> new TreeMap<>()).computeIfAbsent(part.currency,
                            currency -> new EnumMap<>(Account.class))
                    : sums.computeIfAbsent(part.value, value -> new EnumMap<>(Account.class));
            accounts.merge(part.account, converted == null ? part.amount : converted, BigDecimal::add);
        }
        List<ConvertedLines.Group> groups = new ArrayList<>();
        sums.forEach((value, accounts) -> groups.add(new ConvertedLines.Group(value.isEmpty() ? null : value,
                projects.getOrDefault(value, 0L), Measure.ofSeveral(accounts))));
        List<Unconverted> unconverted = new ArrayList<>();
        left.forEach((year, currencies) -> currencies.forEach((currency, accounts) -> unconverted.add(
                new Unconverted(year, new CurrencyFigures(currency, Measure.ofSeveral(accounts))))));
        return new ConvertedLines(asOf, policy, groups, List.copyOf(used), unconverted);
    }

    /** Null where the table has no rate. */
    private static @Nullable BigDecimal convert(Part part, Currency into, Map<Currency, UsedRate> rates,
            SortedSet<UsedRate> used) {
        if (part.currency.equals(into) || part.amount.signum() == 0) {
            return part.amount;
        }
        UsedRate from = rates.get(part.currency);
        UsedRate to = rates.get(into);
        String base = from != null ? from.base() : to != null ? to.base() : "";
        boolean fromBase = part.currency.code().equals(base);
        boolean toBase = into.code().equals(base);
        if (from == null && !fromBase || to == null && !toBase) {
            return null;
        }
        BigDecimal amount = part.amount;
        if (to != null && !toBase) {
            used.add(to);
            amount = amount.multiply(to.units());
        }
        if (from != null && !fromBase) {
            used.add(from);
            amount = amount.divide(from.units(), DIGITS);
        }
        return amount;
    }

    /** The rates in use by the first day of their period and by currency. */
    private Map<LocalDate, Map<Currency, UsedRate>> table(String table, long known) {
        Map<LocalDate, Map<Currency, UsedRate>> rates = new HashMap<>();
        jdbc.sql("""
                select r.* from views_rate.rate r
                join (select max(event_index) as event_index from views_rate.rate
                      where table_id = :table and event_index < :known group by valid_from) last using (event_index)
                where table_id = :table""").param("table", table).param("known", known)
                .query((row, number) -> {
                    UsedRate rate = rate(row);
                    return rates.computeIfAbsent(rate.from(), from -> new HashMap<>()).put(rate.currency(), rate);
                }).list();
        return rates;
    }

    private static UsedRate rate(ResultSet row) throws SQLException {
        return new UsedRate(row.getString("base"), Currency.of(row.getString("currency")),
                row.getBigDecimal("units"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("source"), row.getLong("event_index"));
    }

    /** The recorded places that are in a province; its own, which no project need be in, so that the list is never empty. */
    private List<String> placesIn(Place province) {
        List<String> places = new ArrayList<>(List.of(Provinces.recorded(province)));
        places.addAll(Provinces.within(province,
                jdbc.sql("select distinct value from views_portfolio.attribute where dimension = 'PROVINCE'")
                        .query(String.class).list()));
        return places;
    }

    private static Part part(String group, ResultSet row) throws SQLException {
        return new Part(group, Account.valueOf(row.getString("account")),
                Currency.of(row.getString("currency")), row.getInt("year"), row.getObject("period", LocalDate.class),
                row.getBigDecimal("amount"));
    }
}
