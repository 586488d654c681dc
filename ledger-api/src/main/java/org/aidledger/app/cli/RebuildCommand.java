package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.view.rebuild.RebuildReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger rebuild}. */
@Command(name = "rebuild",
        description = "Builds read models anew from the events beside the live ones, compares the two and swaps them. "
                + "Goes on where an interrupted rebuild stopped.")
final class RebuildCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Parameters(paramLabel = "VIEW", arity = "0..*", description = "Some of ${COMPLETION-CANDIDATES}. Default: all",
            completionCandidates = ViewNames.class) private List<
                    String> views = List.of();

    /** For the help. */
    static final class ViewNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Views.names().iterator();
        }
    }

    @SuppressWarnings("NullAway.Init")
    RebuildCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<RebuildReport> reports = new ArrayList<>();
        try (Ledger ledger = options.open()) {
            for (String view : views.isEmpty() ? Views.names() : views) {
                try (Progress progress = Progress.of("Rebuilding " + view, options.json())) {
                    RebuildReport report = ledger.views().rebuild(view, progress::at);
                    reports.add(report);
                }
            }
        }
        if (options.json()) {
            out.println(Json.write(reports));
        } else {
            reports.forEach(report -> out.printf("%s: %,d events in %.1f s; %s%n", report.projection(), report.events(),
                    report.seconds(), words(report)));
        }
        out.flush();
        boolean differs =
                reports.stream().anyMatch(report -> report.comparison() == RebuildReport.Comparison.DIFFERENT);
        return differs ? ExitCode.NOT_SOUND : ExitCode.OK;
    }

    private static String words(RebuildReport report) {
        return switch (report.comparison()) {
            case EQUAL -> "the same as the live view, row for row, at %,d events".formatted(report.comparedAt());
            case DIFFERENT ->
                "DIFFERENT from the live view at %,d events; the new one is in place".formatted(report.comparedAt());
            default -> "there was no live view to compare with";
        };
    }
}
