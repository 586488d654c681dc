package org.aidledger.app.exchange.evidence;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Postings;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.balance.Sheet;

/**
 * Figures that a bundle claims, and the query that made them.
 *
 * @param query its kind and clocks, and how to ask for it at the ledger
 * @param subject the project, or {@code *} for all
 * @param figures by currency, then by measure or account; what is absent is not recorded, which is not zero
 */
record ClaimedFigures(Map<String, Object> query, String subject, Map<String, Map<String, BigDecimal>> figures) {

    static ClaimedFigures of(ProjectBalance balance) {
        AsOf.Answered asOf = balance.asOf();
        Map<String, Object> query = new LinkedHashMap<>();
        StringBuilder options = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        query.put("kind", "balance");
        query.put("project", balance.project());
        query.put("known", asOf.known());
        clock("known", asOf.known(), options, parameters);
        if (asOf.effective() != null) {
            query.put("effective", asOf.effective().toString());
            clock("effective", asOf.effective(), options, parameters);
        }
        if (asOf.booked() != null) {
            query.put("booked", asOf.booked().toString());
            clock("booked", asOf.booked(), options, parameters);
        }
        query.put("command", "./ledger balance " + balance.project() + options);
        query.put("rest", "/api/v1/projects/" + balance.project() + "/balance?" + parameters.substring(1));
        Map<String, Map<String, BigDecimal>> figures = new TreeMap<>();
        for (CurrencyFigures currency : balance.currencies()) {
            Map<String, BigDecimal> measures = new LinkedHashMap<>();
            currency.figures().forEach((measure, amount) -> measures.put(measure.key(), amount));
            figures.put(currency.currency().code(), measures);
        }
        return new ClaimedFigures(query, balance.project(), figures);
    }

    private static void clock(String name, Object value, StringBuilder options, StringBuilder parameters) {
        options.append(" --").append(name).append(' ').append(value);
        parameters.append('&').append(name).append('=').append(value);
    }

    /** One figure of these; none where it is not recorded. */
    ClaimedFigures only(Currency currency, Measure measure) {
        Map<String, Object> one = new LinkedHashMap<>(query);
        one.put("currency", currency.code());
        one.put("measure", measure.key());
        BigDecimal amount = figures.getOrDefault(currency.code(), Map.of()).get(measure.key());
        return new ClaimedFigures(one, subject,
                amount == null ? Map.of() : Map.of(currency.code(), Map.of(measure.key(), amount)));
    }

    /** What a sealed sheet says, of one project after the other. */
    static List<ClaimedFigures> of(Sheet sheet) {
        Map<String, Map<String, Map<String, BigDecimal>>> projects = new TreeMap<>();
        sheet.lines().forEach(line -> projects.computeIfAbsent(line.project(), key -> new TreeMap<>())
                .computeIfAbsent(line.currency().code(), key -> new TreeMap<>())
                .put(line.account().name(), line.amount().stripTrailingZeros()));
        return projects.entrySet().stream().map(project -> {
            Map<String, Object> query = new LinkedHashMap<>();
            query.put("kind", "sheet");
            query.put("project", project.getKey());
            query.put("known", sheet.size());
            query.put("booked", sheet.month().toString());
            query.put("command", "./ledger sheet " + sheet.period() + " " + sheet.month());
            return new ClaimedFigures(query, project.getKey(), project.getValue());
        }).toList();
    }

    /** What the events of a range of the log post on each account, of all projects. */
    static ClaimedFigures turnover(long from, long to, Stream<Entry> entries) {
        Map<String, Map<String, BigDecimal>> figures = new TreeMap<>();
        entries.flatMap(entry -> Postings.of(entry).stream())
                .forEach(posting -> figures.computeIfAbsent(posting.currency().code(), key -> new TreeMap<>())
                        .merge(posting.account().name(), posting.amount(), BigDecimal::add));
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("kind", "turnover");
        query.put("from", from);
        query.put("known", to);
        return new ClaimedFigures(query, "*", figures);
    }

    /** As {@code figures.json} has it. */
    Map<String, Object> json() {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        figures.forEach((currency, amounts) -> {
            Map<String, String> plain = new LinkedHashMap<>();
            amounts.forEach((name, amount) -> plain.put(name, amount.toPlainString()));
            texts.put(currency, plain);
        });
        return Map.of("query", query, "figures", texts);
    }
}
