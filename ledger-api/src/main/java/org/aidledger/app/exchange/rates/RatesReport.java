package org.aidledger.app.exchange.rates;

import java.util.List;
import org.aidledger.event.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a file of rates.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param table the table they are recorded in
 * @param years those of which rates are recorded anew; the same rates again are not
 * @param rates how many in all
 * @param refusals why nothing is recorded; empty when it is
 * @param firstIndex of the first event in the log; null when nothing is recorded
 * @param lastIndex of the last one
 * @param size of the log, now
 * @param root of the log at that size, base64 as in its checkpoint
 */
public record RatesReport(Outcome outcome, String file, String sha256, String table, List<Integer> years, long rates,
        List<Refusal> refusals, @Nullable Long firstIndex, @Nullable Long lastIndex, long size, String root) {

    public RatesReport {
        years = List.copyOf(years);
        refusals = List.copyOf(refusals);
    }

    /** What became of a file. */
    public enum Outcome {
        IMPORTED,
        /** All its rates are in the ledger already; nothing was written. */
        UNCHANGED,
        /** It could be taken in; nothing was written, as asked. */
        WOULD_IMPORT, REFUSED
    }
}
