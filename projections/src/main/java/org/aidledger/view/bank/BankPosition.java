package org.aidledger.view.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.bank.Difference;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.aidledger.view.bank.BankHistory.Reconciled;
import org.aidledger.view.bank.BankHistory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The bank's balance and the ledger's on one day, and all that lies between them: {@code bank - ledger} is the opening difference
 * and the lines, less the entries. Lines and entries whose other side is of a later day lie between them as well.
 *
 * @param history what it was worked out from
 * @param date the day
 * @param statement the one with that day
 * @param bank what the statements add up to
 * @param ledger what the ledger's entries on the account add up to
 * @param opening the bank's balance before the first statement, less the entries before it that no line is matched with
 * @param lines without an entry up to the day
 * @param entries without a line up to the day
 * @param matched of the statement, both sides there by the day
 * @param reconciled of the statement, where the day is its last; null while it is not
 */
public record BankPosition(BankHistory history, LocalDate date, Statement statement, BigDecimal bank,
        BigDecimal ledger, BigDecimal opening, List<OpenLine> lines, List<OpenEntry> entries, List<Pair> matched,
        @Nullable Reconciled reconciled) {

    public BankPosition {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
        matched = List.copyOf(matched);
    }

    /** A line without an entry; {@code match} where it is matched with one of a later day. */
    public record OpenLine(Line line, @Nullable Match match) {
    }

    /** An entry without a line, and what of it is true by the day; {@code match} where it is matched with a line of a later day. */
    public record OpenEntry(LedgerEntry entry, BigDecimal amount, @Nullable Match match) {
    }

    /** Both sides of a match. */
    public record Pair(Match match, List<Line> lines, List<LedgerEntry> entries) {
        public Pair {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
        }
    }

    /** What the bank has more than the ledger. */
    public BigDecimal difference() {
        return bank.subtract(ledger);
    }

    /**
     * All that lies between the two, each with the words it is explained with.
     *
     * @param words what explains a difference; an empty text where nothing does
     */
    public List<Difference> differences(Function<Difference, String> words) {
        var differences = new ArrayList<Difference>();
        if (opening.signum() != 0) {
            differences.add(new Difference(Difference.Kind.OPENING, null, opening, ""));
        }
        lines.forEach(one -> differences
                .add(new Difference(Difference.Kind.LINE, one.line.number(), one.line.amount(), "")));
        entries.forEach(one -> differences
                .add(new Difference(Difference.Kind.ENTRY, one.entry.index(), one.amount, "")));
        return differences.stream()
                .map(one -> new Difference(one.kind(), one.reference(), one.amount(), words.apply(one))).toList();
    }

    /**
     * Works it out.
     *
     * @param asked the day; null, or one after the last statement: the last statement's last day
     * @return empty when there is no statement, or the day is before the first
     */
    public static Optional<BankPosition> of(BankHistory history, @Nullable LocalDate asked) {
        if (history.statements().isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = history.statements().getLast().to();
        LocalDate date = asked == null || asked.isAfter(last) ? last : asked;
        return history.statements().stream()
                .filter(one -> !one.from().isAfter(date) && !one.to().isBefore(date)).findFirst()
                .map(statement -> new Working(history, date, statement).position());
    }

    /** The sums of one day. */
    private static final class Working {

        private final BankHistory history;
        private final LocalDate date;
        private final Statement statement;
        private final Map<Long, Line> lines;
        private final Map<Long, LedgerEntry> entries;
        private final Map<Long, Match> matchOfLine = new HashMap<>();
        private final Map<Long, Match> matchOfEntry = new HashMap<>();

        Working(BankHistory history, LocalDate date, Statement statement) {
            this.history = history;
            this.date = date;
            this.statement = statement;
            lines = history.lines().stream().collect(Collectors.toMap(Line::number, Function.identity()));
            entries = history.entries().stream().collect(Collectors.toMap(LedgerEntry::index, Function.identity()));
            for (Match match : history.matches()) {
                match.lines().forEach(line -> matchOfLine.put(line, match));
                match.entries().forEach(entry -> matchOfEntry.put(entry, match));
            }
        }

        BankPosition position() {
            Statement first = history.statements().getFirst();
            BigDecimal bank = first.opening();
            BigDecimal ledger = BigDecimal.ZERO;
            BigDecimal opening = first.opening();
            var openLines = new ArrayList<OpenLine>();
            var openEntries = new ArrayList<OpenEntry>();
            for (Line line : history.lines()) {
                if (!line.bookingDate().isAfter(date)) {
                    bank = bank.add(line.amount());
                    Match match = matchOfLine.get(line.number());
                    if (match == null || !isCleared(match)) {
                        openLines.add(new OpenLine(line, match));
                    }
                }
            }
            for (LedgerEntry entry : history.entries()) {
                BigDecimal amount = entry.upTo(date);
                ledger = ledger.add(amount);
                Match match = matchOfEntry.get(entry.index());
                if (amount.signum() == 0 || match != null && isCleared(match)) {
                    continue;
                }
                if (entry.date().isBefore(first.from())) {
                    opening = opening.subtract(amount);
                } else {
                    openEntries.add(new OpenEntry(entry, amount, match));
                }
            }
            return new BankPosition(history, date, statement, bank, ledger, opening, openLines, openEntries,
                    pairs(), reconciled());
        }

        private boolean isCleared(Match match) {
            return match.lines().stream().map(lines::get)
                    .allMatch(line -> line != null && !line.bookingDate().isAfter(date))
                    && match.entries().stream().map(entries::get)
                            .allMatch(entry -> entry != null && !entry.date().isAfter(date));
        }

        private List<Pair> pairs() {
            return history.matches().stream().filter(match -> isCleared(match) && isOfStatement(match))
                    .map(match -> new Pair(match, match.lines().stream().map(lines::get).toList(),
                            match.entries().stream().map(entries::get).toList()))
                    .toList();
        }

        /** By its lines; without any, by the last day of its entries. */
        private boolean isOfStatement(Match match) {
            return match.lines().isEmpty()
                    ? match.entries().stream().map(entries::get).map(LedgerEntry::date).max(LocalDate::compareTo)
                            .filter(day -> !day.isBefore(statement.from()) && !day.isAfter(statement.to())).isPresent()
                    : match.lines().stream()
                            .anyMatch(line -> line >= statement.firstLine() && line <= statement.lastLine());
        }

        private @Nullable Reconciled reconciled() {
            return history.reconciled().stream().filter(one -> one.to().equals(date)).findFirst().orElse(null);
        }
    }
}
