package org.aidledger.bank;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** The life of one account's bank statements, one record a fact. */
public sealed interface BankEvent extends LedgerEvent {

    BankStatementId statements();

    /**
     * A statement is known; its lines follow in the same append. Statements of an account follow each other day by day.
     *
     * @param from first day
     * @param to last day, which is also its effective date
     * @param opening the bank's balance before the first day
     * @param closing the bank's balance after the last day: the opening and all lines
     * @param firstLine number of its first line among all lines of the account, from 1
     * @param lines how many it has
     * @param document the file, with its SHA-256
     */
    record BankStatementRecorded(BankStatementId statements, StatementAccount account, LocalDate from, LocalDate to,
            Money opening, Money closing, long firstLine, long lines, DocumentRef document, LocalDate effectiveDate)
            implements BankEvent {

        /** Number of its last line; one before the first where it has none. */
        public long lastLine() {
            return firstLine + lines - 1;
        }
    }

    /**
     * A line of the statement recorded before it.
     *
     * @param line number among all lines of the account
     * @param bookingDate when the bank booked it, which is also its effective date
     * @param amount paid in positive, paid out negative
     */
    record StatementLineRecorded(BankStatementId statements, long line, LocalDate bookingDate,
            @Nullable LocalDate valueDate, Money amount, @Nullable String reference, @Nullable String counterparty,
            @Nullable String description, LocalDate effectiveDate) implements BankEvent {
    }

    /**
     * Lines and entries of the ledger are the same movements of money; both sides add up to the same. Without lines, entries that
     * take each other back; without entries, lines that do.
     *
     * @param match number of the match among those of the account, from 1
     * @param lines numbers of lines
     * @param entries what the ledger has, and who posted it
     */
    record LinesMatched(BankStatementId statements, long match, List<Long> lines, List<CashEntry> entries,
            LocalDate effectiveDate) implements BankEvent {
        public LinesMatched {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
        }
    }

    /** A match was wrong. */
    record MatchWithdrawn(BankStatementId statements, long match, String reason, LocalDate effectiveDate)
            implements BankEvent {
    }

    /**
     * The bank's balance on the last day of a statement is the ledger's, or each difference is explained.
     *
     * @param to last day of the statement
     * @param closing what the bank says
     * @param ledger the ledger's cash on the account on that day, as summed over the first {@code size} events
     * @param size number of events
     */
    record StatementReconciled(BankStatementId statements, LocalDate to, Money closing, Money ledger, long size,
            List<Difference> differences, LocalDate effectiveDate) implements BankEvent {
        public StatementReconciled {
            differences = List.copyOf(differences);
        }
    }

    /** The last statement was recorded wrongly, and none of its lines is matched: it does not count any more. */
    record StatementWithdrawn(BankStatementId statements, LocalDate to, String reason, LocalDate effectiveDate)
            implements BankEvent {
    }
}
