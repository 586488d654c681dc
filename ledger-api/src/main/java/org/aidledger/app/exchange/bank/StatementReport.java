package org.aidledger.app.exchange.bank;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a bank statement.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param statements id of the account's stream of statements; null when the file cannot be read
 * @param account the account it is of: project, money account and currency
 * @param from first day
 * @param to last day
 * @param opening balance before the first day, with its currency
 * @param closing balance after the last day
 * @param lines how many it has
 * @param refusals why nothing is recorded; empty when it is
 * @param firstIndex of the first event in the log; null when nothing is recorded
 * @param lastIndex of the last one
 * @param size of the log, now
 * @param root of the log at that size, base64 as in its checkpoint
 */
public record StatementReport(Outcome outcome, String file, String sha256, @Nullable String statements,
        @Nullable String account, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String opening,
        @Nullable String closing, int lines, List<CsvRefusal> refusals, @Nullable Long firstIndex,
        @Nullable Long lastIndex, long size, String root) {

    public StatementReport {
        refusals = List.copyOf(refusals);
    }

    /** What became of a statement. */
    public enum Outcome {
        IMPORTED,
        /** The same statement is in the ledger already; nothing was written. */
        UNCHANGED,
        /** It could be taken in; nothing was written, as asked. */
        WOULD_IMPORT, REFUSED
    }
}
