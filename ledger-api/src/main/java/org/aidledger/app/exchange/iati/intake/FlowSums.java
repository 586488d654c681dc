package org.aidledger.app.exchange.iati.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.money.Money;

/** Counts transactions by IATI type, and adds them up by type and currency. */
final class FlowSums {

    /** Types are numbers as a rule: 2 comes before 11. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, Long> counts = new TreeMap<>(BY_NUMBER);
    private final SortedMap<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>(BY_NUMBER);

    void add(String type, Money money) {
        counts.merge(type, 1L, Long::sum);
        sums.computeIfAbsent(type, first -> new TreeMap<>())
                .merge(money.currency().code(), money.amount(), BigDecimal::add);
    }

    SortedMap<String, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As decimal strings with the digits they were written with, by type and currency. */
    SortedMap<String, SortedMap<String, String>> texts() {
        var texts = new TreeMap<String, SortedMap<String, String>>(BY_NUMBER);
        sums.forEach((type, byCurrency) -> {
            var ofType = new TreeMap<String, String>();
            byCurrency.forEach((currency, sum) -> ofType.put(currency, sum.toPlainString()));
            texts.put(type, ofType);
        });
        return texts;
    }
}
