package org.aidledger.app.exchange.iati.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file says differently from the files before it, added up from the events in the log.
 *
 * @param activities of the file that earlier files had too
 * @param matched their transactions that an earlier file said as well
 * @param amended how many of the matched ones are said differently, their money apart
 * @param vanished what an earlier file said and this one does not: withdrawn
 * @param appeared what this one says of them and no earlier one did: entered
 * @param byActivity the differences, for each activity that has any, in the order of the file
 */
public record Comparison(long activities, long matched, long amended, Sums vanished, Sums appeared,
        List<ActivityDifferences> byActivity) {

    public Comparison {
        byActivity = List.copyOf(byActivity);
    }

    /** A number of transactions, and their exact sums as decimal strings by IATI type and currency. */
    public record Sums(long transactions, SortedMap<String, SortedMap<String, String>> sums) {
        public Sums {
            sums = Collections.unmodifiableSortedMap(sums);
        }
    }

    /**
     * The differences of one activity.
     *
     * @param activity its identifier
     * @param project the project it is recorded as
     * @param facts what is said differently of the activity itself
     * @param amended how many of its transactions are said differently, their money apart
     * @param amendedFields in how many of these, by field
     */
    public record ActivityDifferences(String activity, String project, List<Transaction> vanished,
            List<Transaction> appeared, List<FactChange> facts, long amended, SortedMap<String, Long> amendedFields) {
        public ActivityDifferences {
            vanished = List.copyOf(vanished);
            appeared = List.copyOf(appeared);
            facts = List.copyOf(facts);
            amendedFields = Collections.unmodifiableSortedMap(amendedFields);
        }
    }

    /**
     * One transaction that vanished or appeared.
     *
     * @param type IATI type
     * @param value with the digits it came with
     * @param index of the event that withdraws or enters it
     */
    public record Transaction(String type, LocalDate date, @Nullable LocalDate valueDate, String value, String currency,
            long index) {
    }
}
