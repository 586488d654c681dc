package org.aidledger.tlog.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.tlog.TlogException;

/**
 * A figure or several that a bundle claims, and their recomputation from the events that go by. A {@code balance} is of one
 * project at its clocks, or one measure of it in one currency; a {@code turnover} is what the events of a range of the log post on
 * each account, of all projects; a {@code sheet} is what a sealed sheet says of one project.
 */
final class Claim {

    private static final ZoneOffset VIET_NAM = ZoneOffset.ofHours(7);
    private static final String ALL = "*";

    private final AccountTable table;
    private final Json query;
    private final Json claimed;
    private final boolean balance;
    private final boolean sheet;
    private final String subject;
    private final long from;
    private final long known;
    private final String effective;
    private final String booked;
    private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    private boolean keepsCash;

    Claim(AccountTable table, Json claim) {
        this.table = table;
        this.query = claim.get("query");
        this.claimed = claim.get("figures");
        String kind = query.get("kind").text("");
        this.balance = kind.equals("balance");
        this.sheet = kind.equals("sheet");
        if (!balance && !sheet && !kind.equals("turnover")) {
            throw new TlogException.Malformed(Members.FIGURES, "a query is neither a balance, a turnover nor a sheet");
        }
        this.subject = balance || sheet ? query.get("project").text("") : ALL;
        this.from = Math.max(0, query.get("from").number());
        this.known = query.get("known").number();
        this.effective = query.get("effective").text("9999-12-31");
        this.booked = query.get("booked").text("9999-12");
        if (known < 0 || subject.isEmpty()) {
            throw new TlogException.Malformed(Members.FIGURES, "a query names no project or no number of events");
        }
    }

    Json query() {
        return query;
    }

    /** @throws TlogException.Malformed when the table of accounts does not know the event */
    void add(long index, Json leaf) {
        if (sheet || index < from || index >= known) {
            return;
        }
        String project = leaf.get("payload").get("project").text("");
        String date = leaf.get("effectiveDate").text("");
        if (balance && project.equals(subject) && table.opensAccount(leaf) && date.compareTo(effective) <= 0) {
            keepsCash = true;
        }
        for (AccountTable.Post post : table.posts(leaf)) {
            boolean counts = (!balance || post.project().equals(subject))
                    && post.effectiveDate().compareTo(effective) <= 0 && bookedIn(leaf).compareTo(booked) <= 0;
            if (counts) {
                sum(post.currency(), post.account(), post.amount());
            }
        }
    }

    /** What a sealed sheet says of the project; of no concern to other kinds of claim. */
    void take(SheetFile sealed) {
        if (sheet) {
            sealed.lines().stream().filter(line -> line.project().equals(subject))
                    .forEach(line -> sum(line.currency(), line.account(), line.amount()));
        }
    }

    private void sum(String currency, String account, BigDecimal amount) {
        sums.computeIfAbsent(currency, key -> new TreeMap<>()).merge(account, amount, BigDecimal::add);
    }

    /** The month that carries the event: as it says, else the month it was recorded in, in Viet Nam. */
    private static String bookedIn(Json leaf) {
        return leaf.get("metadata").get("bookingPeriod").text().orElseGet(() -> {
            try {
                return YearMonth.from(Instant.parse(leaf.get("recordedAt").text("")).atOffset(VIET_NAM)).toString();
            } catch (DateTimeParseException e) {
                throw new TlogException.Malformed("recordedAt", "is no time");
            }
        });
    }

    /** Every figure, computed anew and compared with what is claimed. */
    List<BundleVerdict.Figure> figures() {
        List<BundleVerdict.Figure> figures = new ArrayList<>();
        Map<String, Map<String, BigDecimal>> computed = new TreeMap<>();
        sums.forEach((currency, accounts) -> computed.put(currency, balance ? measures(accounts) : accounts));
        query.get("currency").text().ifPresent(only -> computed.keySet().retainAll(List.of(only)));
        query.get("measure").text()
                .ifPresent(only -> computed.values().forEach(amounts -> amounts.keySet().retainAll(List.of(only))));
        computed.forEach((currency, amounts) -> amounts.forEach((name, amount) -> {
            String said = claimed.get(currency).get(name).text("");
            figures.add(new BundleVerdict.Figure(subject, currency, name, amount.toPlainString(), said,
                    same(said, amount)));
        }));
        claimed.members().forEach((currency, amounts) -> amounts.members().forEach((name, said) -> {
            if (!computed.getOrDefault(currency, Map.of()).containsKey(name)) {
                figures.add(new BundleVerdict.Figure(subject, currency, name, "", said.text("?"), false));
            }
        }));
        return figures;
    }

    private static boolean same(String said, BigDecimal amount) {
        return said.matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?") && new BigDecimal(said).compareTo(amount) == 0;
    }

    private Map<String, BigDecimal> measures(Map<String, BigDecimal> accounts) {
        Map<String, BigDecimal> measures = new LinkedHashMap<>();
        table.measures().forEach((name, measure) -> {
            List<Json> smallerOf = measure.get("smallerOf").items();
            if (!smallerOf.isEmpty()) {
                List<BigDecimal> parts =
                        smallerOf.stream().map(part -> Optional.ofNullable(measures.get(part.text(""))))
                                .flatMap(Optional::stream).toList();
                if (parts.size() == smallerOf.size()) {
                    measures.put(name, parts.stream().min(BigDecimal::compareTo).orElseThrow());
                }
                return;
            }
            boolean recorded = (measure.get("needsAccount") != Json.Literal.TRUE || keepsCash)
                    && measure.get("needsPostingOn").text().map(accounts::containsKey).orElse(true);
            if (recorded) {
                measures.put(name, sum(measure.get("plus"), accounts).subtract(sum(measure.get("minus"), accounts)));
            }
        });
        return measures;
    }

    private static BigDecimal sum(Json names, Map<String, BigDecimal> accounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Json name : names.items()) {
            sum = sum.add(accounts.getOrDefault(name.text(""), BigDecimal.ZERO));
        }
        return sum;
    }
}
