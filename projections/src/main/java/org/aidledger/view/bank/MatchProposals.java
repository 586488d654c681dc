package org.aidledger.view.bank;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.jspecify.annotations.Nullable;

/**
 * Which lines and entries may be the same money: the same amount, and dates at most so many days apart. Where references are equal
 * too, only those count. A pair is proposed when the line fits no other entry and the entry no other line; what fits several is
 * listed and never guessed.
 *
 * @param days the most days between the bank's booking date and the entry's effective date
 */
public record MatchProposals(int days, List<Proposal> proposed, List<Ambiguous> ambiguous) {

    /** A transfer ordered on a Friday before a long holiday is with the bank within a week. */
    public static final int DAYS = 7;

    public MatchProposals {
        proposed = List.copyOf(proposed);
        ambiguous = List.copyOf(ambiguous);
    }

    /** A pair; {@code sameReference} where the bank repeats the voucher's. */
    public record Proposal(Line line, LedgerEntry entry, boolean sameReference) {
    }

    /** A line that fits several entries, or one that other lines fit as well. */
    public record Ambiguous(Line line, List<LedgerEntry> entries) {
        public Ambiguous {
            entries = List.copyOf(entries);
        }
    }

    /** Proposals for whatever is not matched, by number of the line. */
    public static MatchProposals of(BankHistory history, int days) {
        Set<Long> lines = history.matches().stream().map(Match::lines).flatMap(List::stream)
                .collect(Collectors.toSet());
        Set<Long> entries = history.matches().stream().map(Match::entries).flatMap(List::stream)
                .collect(Collectors.toSet());
        var open = new ArrayList<>(history.lines().stream().filter(line -> !lines.contains(line.number())).toList());
        var left = new ArrayList<>(history.entries().stream()
                .filter(entry -> !entries.contains(entry.index()) && entry.amount().signum() != 0).toList());
        var proposed = new ArrayList<Proposal>(pairs(open, left, days, true));
        proposed.forEach(pair -> {
            open.remove(pair.line);
            left.remove(pair.entry);
        });
        List<Proposal> byAmount = pairs(open, left, days, false);
        proposed.addAll(byAmount);
        byAmount.forEach(pair -> {
            open.remove(pair.line);
            left.remove(pair.entry);
        });
        proposed.sort(Comparator.comparingLong(pair -> pair.line.number()));
        return new MatchProposals(days, proposed, open.stream()
                .map(line -> new Ambiguous(line, candidates(line, left, days)))
                .filter(one -> !one.entries.isEmpty()).toList());
    }

    private static List<Proposal> pairs(List<Line> lines, List<LedgerEntry> entries, int days, boolean byReference) {
        Map<Line, List<LedgerEntry>> fitting = new HashMap<>();
        Map<LedgerEntry, Integer> wanted = new HashMap<>();
        for (Line line : lines) {
            List<LedgerEntry> candidates = candidates(line, entries, days);
            if (byReference) {
                candidates = candidates.stream().filter(entry -> isSameReference(line, entry)).toList();
            }
            fitting.put(line, candidates);
            candidates.forEach(entry -> wanted.merge(entry, 1, Integer::sum));
        }
        return lines.stream().filter(line -> {
            List<LedgerEntry> candidates = fitting.getOrDefault(line, List.of());
            return candidates.size() == 1 && wanted.getOrDefault(candidates.getFirst(), 0) == 1;
        }).map(line -> {
            LedgerEntry entry = fitting.getOrDefault(line, List.of()).getFirst();
            return new Proposal(line, entry, isSameReference(line, entry));
        }).toList();
    }

    /** What fits by amount and date; of these, if any has the same reference, only those that do. */
    private static List<LedgerEntry> candidates(Line line, List<LedgerEntry> entries, int days) {
        List<LedgerEntry> fitting = entries.stream().filter(entry -> entry.amount().compareTo(line.amount()) == 0
                && Math.abs(ChronoUnit.DAYS.between(line.bookingDate(), entry.date())) <= days).toList();
        List<LedgerEntry> referred = fitting.stream().filter(entry -> isSameReference(line, entry)).toList();
        return referred.isEmpty() ? fitting : referred;
    }

    private static boolean isSameReference(Line line, LedgerEntry entry) {
        String banks = plain(line.reference());
        return !banks.isEmpty() && banks.equals(plain(entry.reference()));
    }

    /** Letters and digits alone: banks leave out and add signs. */
    private static String plain(@Nullable String reference) {
        return reference == null ? "" : reference.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
