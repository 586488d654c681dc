package org.aidledger.app.exchange.iati.intake;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.aidledger.intake.FileRemark;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file. All figures are added up from its events, those of the log between the two indices, and not from the
 * file. After a dry run they are the events that would be appended, numbered as if the log stood still.
 *
 * @param file its name
 * @param sha256 of its bytes; null for one that is too large
 * @param bytes its length; 0 for one that is too large
 * @param activities how many it holds
 * @param transactions how many were entered, by IATI type
 * @param sums of those entered, exact, as decimal strings, by IATI type and currency
 * @param bookedLater how many transactions and withdrawals are carried by a later month because their own is closed, by that
 *        month
 * @param events how many this import appended, or would append
 * @param firstIndex index of the first event of the file in the log; null for one that was refused
 * @param lastIndex index of the last one, which is the import run itself
 * @param size of the log, now
 * @param root of the log at that size, base64 as in its checkpoint
 * @param breaches how many broken rules were noted beside the facts
 * @param breachesByRule the same by the rule's code
 * @param remarks about the file as a whole
 * @param comparison with earlier files; null for a file that speaks of nothing that was known
 * @param absent what earlier files of its publishers had and it does not; null for a file that speaks of nothing that was known
 * @param seconds it took
 * @param refusal why it was refused
 */
public record ImportReport(Outcome outcome, String file, @Nullable String sha256, long bytes, long activities,
        SortedMap<String, Long> transactions, SortedMap<String, SortedMap<String, String>> sums,
        SortedMap<String, Long> bookedLater, long events,
        @Nullable Long firstIndex, @Nullable Long lastIndex, long size, String root, long breaches,
        SortedMap<String, Long> breachesByRule, List<FileRemark> remarks,
        @Nullable Comparison comparison, @Nullable Absences absent, double seconds, @Nullable ImportRefusal refusal) {

    /** What became of a file. */
    public enum Outcome {
        /** All of it is in the log. */
        IMPORTED,
        /** All of it would be in the log, had this not been a dry run. */
        WOULD_IMPORT,
        /** The same bytes were imported before; nothing was written, and the figures are those of then. */
        UNCHANGED,
        /** Nothing of it is in the log. */
        REFUSED
    }

    public ImportReport {
        transactions = Collections.unmodifiableSortedMap(transactions);
        sums = Collections.unmodifiableSortedMap(sums);
        bookedLater = Collections.unmodifiableSortedMap(bookedLater);
        breachesByRule = Collections.unmodifiableSortedMap(breachesByRule);
        remarks = List.copyOf(remarks);
    }
}
