package org.aidledger.app.exchange.iati.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.LedgerEvent;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.jspecify.annotations.Nullable;

/** What an import brought, added up from the events as the log holds them and not from the file. */
final class LogFigures {

    private static final int READ_TOGETHER = 1_000;
    /** Types are numbers as a rule: 2 comes before 11. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private long activities;
    private long breaches;
    private final SortedMap<String, Long> transactions = new TreeMap<>(BY_NUMBER);
    private final SortedMap<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>(BY_NUMBER);
    private final SortedMap<String, Long> breachesByRule = new TreeMap<>();
    private @Nullable FileImported run;

    private LogFigures() {
    }

    /** @throws IllegalStateException when the log does not hold there what the import run says it brought */
    static LogFigures of(EntryReader log, Catalogue catalogue, long firstIndex, long lastIndex) {
        var figures = new LogFigures();
        for (long index = firstIndex; index <= lastIndex;) {
            List<byte[]> leaves = log.leaves(index, (int) Math.min(READ_TOGETHER, lastIndex - index + 1));
            if (leaves.isEmpty()) {
                throw new IllegalStateException("the log has no event " + index);
            }
            leaves.forEach(leaf -> figures.add(catalogue.decode(leaf).payload()));
            index += leaves.size();
        }
        figures.requireComplete();
        return figures;
    }

    private void add(LedgerEvent event) {
        switch (event) {
            case ProjectRegistered registered -> activities++;
            case Movement movement -> add(movement);
            case RuleBreachNoted breach -> {
                breaches++;
                breachesByRule.merge(breach.rule(), 1L, Long::sum);
                activities += breach.rule().equals(ProjectIntake.DUPLICATE_IDENTIFIER) ? 1 : 0;
            }
            case FileImported imported -> run = imported;
            case LedgerEvent other -> {
                // no figure counts it
            }
        }
    }

    private void add(Movement movement) {
        IatiFlow flow = movement.iati();
        if (flow == null) {
            throw new IllegalStateException("an imported movement must say its type: " + movement);
        }
        transactions.merge(flow.type(), 1L, Long::sum);
        sums.computeIfAbsent(flow.type(), type -> new TreeMap<>())
                .merge(movement.money().currency().code(), movement.money().amount(), BigDecimal::add);
    }

    private void requireComplete() {
        FileImported imported = run();
        long found = transactions.values().stream().mapToLong(Long::longValue).sum();
        if (imported.activities() != activities || imported.transactions() != found
                || imported.breaches() != breaches) {
            throw new IllegalStateException(
                    "the log holds " + activities + " activities, " + found + " transactions and "
                            + breaches + " breaches of the file, and not what was read: " + imported);
        }
    }

    FileImported run() {
        if (run == null) {
            throw new IllegalStateException("the log has no import run at the end of the import");
        }
        return run;
    }

    long activities() {
        return activities;
    }

    SortedMap<String, Long> transactions() {
        return transactions;
    }

    /** As decimal strings with the digits they were written with, by type and currency. */
    SortedMap<String, SortedMap<String, String>> sums() {
        var texts = new TreeMap<String, SortedMap<String, String>>(BY_NUMBER);
        sums.forEach((type, byCurrency) -> {
            var ofType = new TreeMap<String, String>();
            byCurrency.forEach((currency, sum) -> ofType.put(currency, sum.toPlainString()));
            texts.put(type, ofType);
        });
        return texts;
    }

    long breaches() {
        return breaches;
    }

    SortedMap<String, Long> breachesByRule() {
        return breachesByRule;
    }
}
