package org.aidledger.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.jspecify.annotations.Nullable;

/** What the rules of bank statements need to know of their past. Mutable and owned by whoever folds the stream. */
public final class BankState {

    private @Nullable StatementAccount account;
    /** Those that count, by their last day. */
    private final NavigableMap<LocalDate, BankStatementRecorded> statements = new TreeMap<>();
    private final Set<LocalDate> reconciled = new HashSet<>();
    private final NavigableMap<Long, StatementLineRecorded> lines = new TreeMap<>();
    private final Map<Long, LinesMatched> matches = new HashMap<>();
    private final Map<Long, Long> matchOfLine = new HashMap<>();
    private final Map<Long, Long> matchOfEntry = new HashMap<>();
    private long nextLine = 1;
    private long nextMatch = 1;
    private long nextVersion;

    private BankState() {
    }

    /** A stream without events. */
    public static BankState empty() {
        return new BankState();
    }

    /** The state after one more event, which is this object, changed. */
    public BankState evolve(BankEvent event) {
        nextVersion++;
        switch (event) {
            case BankStatementRecorded e -> {
                account = e.account();
                statements.put(e.to(), e);
                nextLine = e.lastLine() + 1;
            }
            case StatementLineRecorded e -> lines.put(e.line(), e);
            case LinesMatched e -> {
                matches.put(e.match(), e);
                e.lines().forEach(line -> matchOfLine.put(line, e.match()));
                e.entries().forEach(entry -> matchOfEntry.put(entry.index(), e.match()));
                nextMatch = e.match() + 1;
            }
            case MatchWithdrawn e -> {
                matches.remove(e.match());
                matchOfLine.values().removeIf(match -> match == e.match());
                matchOfEntry.values().removeIf(match -> match == e.match());
            }
            case StatementReconciled e -> reconciled.add(e.to());
            case StatementWithdrawn e -> {
                BankStatementRecorded withdrawn = statements.remove(e.to());
                if (withdrawn != null) {
                    lines.tailMap(withdrawn.firstLine(), true).clear();
                }
            }
        }
        return this;
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** Null for a stream without events. */
    @Nullable
    StatementAccount account() {
        return account;
    }

    long nextLine() {
        return nextLine;
    }

    long nextMatch() {
        return nextMatch;
    }

    /** Null when there is none that counts. */
    @Nullable
    BankStatementRecorded last() {
        return statements.isEmpty() ? null : statements.lastEntry().getValue();
    }

    /** The statement that ends on that day, or null. */
    @Nullable
    BankStatementRecorded statement(LocalDate to) {
        return statements.get(to);
    }

    boolean isReconciled(LocalDate to) {
        return reconciled.contains(to);
    }

    /** The first statement before that day that is not reconciled, or null. */
    @Nullable
    BankStatementRecorded openBefore(LocalDate to) {
        return statements.headMap(to, false).values().stream().filter(one -> !isReconciled(one.to())).findFirst()
                .orElse(null);
    }

    /** The reconciled statement with the last of these lines, or null. */
    @Nullable
    BankStatementRecorded reconciledWith(List<Long> numbers) {
        return statements.descendingMap().values().stream().filter(one -> isReconciled(one.to()))
                .filter(one -> numbers.stream().anyMatch(n -> n >= one.firstLine() && n <= one.lastLine()))
                .findFirst().orElse(null);
    }

    @Nullable
    StatementLineRecorded line(long number) {
        return lines.get(number);
    }

    @Nullable
    LinesMatched match(long number) {
        return matches.get(number);
    }

    /** The match that the line is in, or null. */
    @Nullable
    LinesMatched matchOfLine(long line) {
        Long match = matchOfLine.get(line);
        return match == null ? null : matches.get(match);
    }

    /** The match that the entry is in, or null. */
    @Nullable
    LinesMatched matchOfEntry(long index) {
        Long match = matchOfEntry.get(index);
        return match == null ? null : matches.get(match);
    }

    /** Lines up to the end of the statement that are not cleared by then. */
    List<StatementLineRecorded> openLines(BankStatementRecorded statement) {
        var open = new ArrayList<StatementLineRecorded>();
        for (StatementLineRecorded line : lines.headMap(statement.lastLine(), true).values()) {
            LinesMatched match = matchOfLine(line.line());
            if (match == null || !isCleared(match, statement)) {
                open.add(line);
            }
        }
        return open;
    }

    /** Whether both sides of the match are there by the end of the statement; what is not is a difference on that day. */
    boolean isCleared(LinesMatched match, BankStatementRecorded statement) {
        return match.lines().stream().allMatch(line -> line <= statement.lastLine())
                && match.entries().stream().allMatch(entry -> entry.isWholeBy(statement.to()));
    }

    /** The matches that have a line of this statement. */
    List<LinesMatched> matchesOf(BankStatementRecorded statement) {
        return matches.values().stream().filter(match -> match.lines().stream()
                .anyMatch(line -> line >= statement.firstLine() && line <= statement.lastLine())).toList();
    }
}
