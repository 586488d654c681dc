package org.aidledger.app.exchange.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a table.
 *
 * @param file its name
 * @param sha256 of its bytes; null for one that is too large
 * @param rows in their order; empty for a table that cannot be read at all
 * @param refusal why the table as a whole cannot be taken in
 * @param firstIndex of the first event in the log; null when nothing is recorded
 * @param lastIndex of the last one, which is the import run itself
 * @param size of the log, now
 * @param root of the log at that size, base64 as in its checkpoint
 */
public record CsvReport(Outcome outcome, String file, @Nullable String sha256, List<Row> rows,
        @Nullable CsvRefusal refusal, @Nullable Long firstIndex, @Nullable Long lastIndex, long size, String root) {

    public CsvReport {
        rows = List.copyOf(rows);
    }

    /** What became of a table. */
    public enum Outcome {
        /** All rows are in the log. */
        IMPORTED,
        /** The same bytes were imported before; nothing was written. */
        UNCHANGED,
        /** All rows could be taken in; nothing was written, as asked. */
        WOULD_IMPORT,
        /** At least one row is refused; nothing was written. */
        REFUSED
    }

    /**
     * One row.
     *
     * @param line of the file, counted from 1
     * @param command what it asks for, as written: kind, amount, currency, project, date
     * @param refusals why it is refused, gravest first; empty for one that is not
     * @param bookedIn the open month that carries it because its own is closed in the books it is in, 2024-05; else null
     * @param breaches rules that a reported fact breaks, to be noted beside it
     */
    public record Row(int line, String command, List<CsvRefusal> refusals, @Nullable String bookedIn,
            List<CsvRefusal> breaches) {
        public Row {
            refusals = List.copyOf(refusals);
            breaches = List.copyOf(breaches);
        }

        public boolean isRefused() {
            return !refusals.isEmpty();
        }
    }

    /** How many rows are refused. */
    public long refused() {
        return rows.stream().filter(Row::isRefused).count();
    }
}
