package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.SortedMap;
import org.aidledger.app.exchange.iati.intake.Comparison;
import org.aidledger.app.exchange.iati.intake.Comparison.ActivityDifferences;
import org.aidledger.app.exchange.iati.intake.Comparison.Sums;
import org.aidledger.app.exchange.iati.intake.Comparison.Transaction;
import org.aidledger.app.exchange.iati.intake.FactChange;
import org.jspecify.annotations.Nullable;

/** What a file says differently from earlier ones, for people. */
final class ComparisonText {

    private ComparisonText() {
    }

    static void print(Comparison comparison, PrintWriter out) {
        out.printf("  compared with earlier files: %,d activities, %,d transactions as before, %,d of these said "
                + "differently, their money apart%n", comparison.activities(), comparison.matched(),
                comparison.amended());
        print("vanished, and withdrawn", comparison.vanished(), out);
        print("appeared, and entered", comparison.appeared(), out);
        comparison.byActivity().forEach(activity -> print(activity, out));
    }

    private static void print(String what, Sums sums, PrintWriter out) {
        out.printf("  %,d transactions %s%n", sums.transactions(), what);
        for (var ofType : sums.sums().entrySet()) {
            ofType.getValue().forEach((currency, sum) -> out.printf("    type %-3s %s %s%n", ofType.getKey(), currency,
                    sum));
        }
    }

    private static void print(ActivityDifferences activity, PrintWriter out) {
        out.println("  " + activity.activity() + " (" + activity.project() + ")");
        activity.vanished().forEach(row -> print("-", row, out));
        activity.appeared().forEach(row -> print("+", row, out));
        for (FactChange change : activity.facts()) {
            out.printf("    ~ %s: %s, now %s%n", change.field(), said(change.was()), said(change.becomes()));
        }
        if (activity.amended() > 0) {
            out.printf("    ~ %,d transactions:%s%n", activity.amended(), counts(activity.amendedFields()));
        }
    }

    private static void print(String sign, Transaction row, PrintWriter out) {
        out.printf("    %s type %-3s %s %s %s%s, event %,d%n", sign, row.type(), row.date(), row.value(),
                row.currency(), row.valueDate() == null || row.valueDate().equals(row.date()) ? ""
                        : ", value date " + row.valueDate(),
                row.index());
    }

    private static String said(@Nullable String text) {
        return text == null ? "nothing" : '"' + text + '"';
    }

    private static String counts(SortedMap<String, Long> fields) {
        var text = new StringBuilder();
        fields.forEach((field, count) -> text.append(' ').append(field).append(" (").append(count).append(')'));
        return text.toString();
    }
}
