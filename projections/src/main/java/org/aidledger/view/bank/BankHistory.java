package org.aidledger.view.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * All there is on one account: both sides, what is matched and what was reconciled, without what was withdrawn.
 *
 * @param id of the account's stream of statements
 * @param statements by their first day
 * @param lines by number
 * @param entries what the ledger's events move on the account, by index
 * @param matches by number
 * @param reconciled by last day
 */
public record BankHistory(AsOf.Answered asOf, String id, StatementAccount account, List<Statement> statements,
        List<Line> lines, List<LedgerEntry> entries, List<Match> matches, List<Reconciled> reconciled) {

    public BankHistory {
        statements = List.copyOf(statements);
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
        matches = List.copyOf(matches);
        reconciled = List.copyOf(reconciled);
    }

    /**
     * A statement as it was recorded.
     *
     * @param index of its event
     * @param source the file's name
     */
    public record Statement(long index, LocalDate from, LocalDate to, BigDecimal opening, BigDecimal closing,
            long firstLine, long lastLine, String source, @Nullable String sha256) {
    }

    /** A line of a statement; {@code index} is its event's. */
    public record Line(long index, long number, LocalDate bookingDate, @Nullable LocalDate valueDate,
            BigDecimal amount, @Nullable String reference, @Nullable String counterparty,
            @Nullable String description) {
    }

    /**
     * What one event moves on the account.
     *
     * @param type of the event, by its name in the catalogue
     * @param reference its voucher's
     */
    public record LedgerEntry(long index, String type, List<CashMove> moves, @Nullable String reference,
            @Nullable String postedBy) {
        public LedgerEntry {
            moves = List.copyOf(moves);
        }

        public BigDecimal amount() {
            return upTo(LocalDate.MAX);
        }

        /** What of it is true up to that day. */
        public BigDecimal upTo(LocalDate day) {
            return moves.stream().filter(move -> !move.date().isAfter(day)).map(CashMove::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The last day on which it moves something. */
        public LocalDate date() {
            return moves.stream().map(CashMove::date).max(LocalDate::compareTo).orElseThrow();
        }
    }

    /** Lines by number and entries by index that are the same money. */
    public record Match(long index, long number, List<Long> lines, List<Long> entries, @Nullable String matchedBy) {
        public Match {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
        }
    }

    /** That a statement was reconciled, on the first {@code size} events. */
    public record Reconciled(long index, LocalDate to, BigDecimal closing, BigDecimal ledger, long size,
            LocalDate on, @Nullable String by, List<Difference> differences) {
        public Reconciled {
            differences = List.copyOf(differences);
        }
    }
}
