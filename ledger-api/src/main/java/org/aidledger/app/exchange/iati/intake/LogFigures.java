package org.aidledger.app.exchange.iati.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;
import org.jspecify.annotations.Nullable;

/** What an import brought, or would bring, added up from its events and not from the file. */
final class LogFigures {

    private static final int READ_TOGETHER = 1_000;

    private final FlowSums transactions = new FlowSums();
    private final Differences differences;
    private final Set<ProjectId> registered = new HashSet<>();
    private final SortedMap<String, Long> breachesByRule = new TreeMap<>();
    private final SortedMap<String, Long> bookedLater = new TreeMap<>();
    private long activities;
    private long breaches;
    private @Nullable FileCompared compared;
    private @Nullable FileImported run;

    private LogFigures(EntryReader log, Catalogue catalogue) {
        differences = new Differences(log, catalogue);
    }

    /** @throws IllegalStateException when the log does not hold there what the import run says it brought */
    static LogFigures of(EntryReader log, Catalogue catalogue, long firstIndex, long lastIndex) {
        var figures = new LogFigures(log, catalogue);
        for (long index = firstIndex; index <= lastIndex;) {
            List<byte[]> leaves = log.leaves(index, (int) Math.min(READ_TOGETHER, lastIndex - index + 1));
            if (leaves.isEmpty()) {
                throw new IllegalStateException("the log has no event " + index);
            }
            leaves.forEach(leaf -> figures.add(catalogue.decode(leaf)));
            index += leaves.size();
        }
        figures.requireComplete();
        return figures;
    }

    /** Of a file that is decided and in the spool, as if its events came next in the log. */
    static LogFigures expected(EntryReader log, Catalogue catalogue, Spool spool, long firstIndex) {
        var figures = new LogFigures(log, catalogue);
        try (BulkAppend.Items items = spool.open(ImportProgress.NONE)) {
            long index = firstIndex;
            for (BulkAppend.Item item = items.next(); item != null; item = items.next()) {
                figures.add(catalogue.decode(item.event().leaf().stamp(index++, Instant.EPOCH)));
            }
        }
        figures.requireComplete();
        return figures;
    }

    private void add(Entry entry) {
        String booked = entry.metadata().get(MetadataKeys.BOOKING_PERIOD);
        if (booked != null && !booked.equals(YearMonth.from(entry.effectiveDate()).toString())) {
            bookedLater.merge(booked, 1L, Long::sum);
        }
        switch (entry.payload()) {
            case ProjectRegistered project -> {
                registered.add(project.project());
                activities++;
            }
            case Movement movement -> add(entry, movement);
            case RuleBreachNoted breach -> {
                breaches++;
                breachesByRule.merge(breach.rule(), 1L, Long::sum);
                boolean isRepeated = breach.rule().equals(ProjectIntake.DUPLICATE_IDENTIFIER)
                        && registered.contains(breach.project());
                activities += isRepeated ? 1 : 0;
            }
            case EntryCorrected corrected -> differences.vanished(entry, corrected);
            case FactAmended amended -> differences.amended(amended);
            case FileCompared comparison -> compared = comparison;
            case FileImported imported -> run = imported;
            case LedgerEvent other -> {
                // no figure counts it
            }
        }
    }

    private void add(Entry entry, Movement movement) {
        IatiFlow flow = movement.iati();
        if (flow == null) {
            throw new IllegalStateException("an imported movement must say its type: " + movement);
        }
        transactions.add(flow.type(), movement.money());
        if (!registered.contains(movement.project())) {
            differences.appeared(entry, movement);
        }
    }

    private void requireComplete() {
        FileImported imported = run();
        long known = compared == null ? 0 : compared.activities();
        long matched = compared == null ? 0 : compared.matched();
        if (imported.activities() != activities + known || imported.transactions() != transactions.total() + matched
                || imported.breaches() != breaches) {
            throw new IllegalStateException(
                    "the log holds " + activities + " new activities, " + transactions.total() + " transactions and "
                            + breaches + " breaches of the file, and not what was read: " + imported + ", " + compared);
        }
    }

    FileImported run() {
        if (run == null) {
            throw new IllegalStateException("the log has no import run at the end of the import");
        }
        return run;
    }

    /** Activities of the file, those that earlier files had too included. */
    long activities() {
        return run().activities();
    }

    /** How many were entered, by type. */
    SortedMap<String, Long> transactions() {
        return transactions.counts();
    }

    /** Of those entered, as decimal strings with the digits they were written with, by type and currency. */
    SortedMap<String, SortedMap<String, String>> sums() {
        return transactions.texts();
    }

    /** Null for a file that spoke of nothing that was known. */
    @Nullable
    Comparison comparison() {
        return compared == null ? null : differences.result(compared);
    }

    /** How many transactions and withdrawals a later month carries because their own was closed, by that month. */
    SortedMap<String, Long> bookedLater() {
        return bookedLater;
    }

    long breaches() {
        return breaches;
    }

    SortedMap<String, Long> breachesByRule() {
        return breachesByRule;
    }
}
