package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.Absences;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.exchange.iati.intake.ImportRefusal;
import org.aidledger.app.exchange.iati.intake.ImportReport;
import org.aidledger.app.platform.Ledger;
import org.aidledger.project.Perspective;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./ledger import}. */
@Command(name = "import", description = "Takes in files of reported facts.",
        subcommands = {ImportCommand.Iati.class, ImportCsvCommand.class, ImportRatesCommand.class,
            ImportBankCommand.class})
final class ImportCommand implements Runnable {

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ImportCommand() {
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code ./ledger import iati}. */
    @Command(name = "iati",
            description = "Takes in IATI 2.03 activity files, each as a whole or not at all. Facts that break a rule are "
                    + "recorded and the breach is noted; only what cannot be read is refused. A later file of the same publisher "
                    + "is compared with the earlier ones: what vanished is withdrawn, what appeared is entered, what is said "
                    + "differently is amended; the answers of before stay (--known).")
    static final class Iati implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Mixin private LedgerOptions options;

        @Mixin private LanguageOption language;

        @Option(names = "--perspective", description = "Whose books the files are: ${COMPLETION-CANDIDATES}. "
                + "Default: by the reporting organisation's role in each activity") private @Nullable Perspective perspective;

        @Option(names = "--dry-run",
                description = "Show what would be recorded, and write nothing") private boolean dryRun;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "IATI 2.03 activity files") private List<
                Path> files = List.of();

        @SuppressWarnings("NullAway.Init")
        Iati() {
        }

        @Override
        public Integer call() throws IOException {
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw new NotFound("there is no file " + file);
                }
            }
            PrintWriter out = spec.commandLine().getOut();
            List<ImportReport> reports = new ArrayList<>();
            try (Ledger ledger = options.open()) {
                IatiImport intake = new IatiImport(ledger);
                for (Path file : files) {
                    ImportReport report = run(intake, file);
                    reports.add(report);
                    if (!options.json()) {
                        print(report, out);
                    }
                }
            }
            if (options.json()) {
                out.println(Json.write(reports.stream().map(this::json).toList()));
            }
            out.flush();
            boolean refused = reports.stream().anyMatch(report -> report.outcome() == ImportReport.Outcome.REFUSED);
            return refused ? ExitCode.REFUSED : ExitCode.OK;
        }

        private ImportReport run(IatiImport intake, Path file) throws IOException {
            String name = String.valueOf(file.getFileName());
            try (Progress reading = Progress.of("Reading " + name, options.json());
                    Progress writing = Progress.of("Writing " + name, options.json())) {
                return intake.run(file, Submitter.atCommandLine(options.actor()), perspective, dryRun,
                        new ImportProgress() {
                            @Override
                            public void read(long bytes, long bytesTotal) {
                                reading.at(bytes, bytesTotal);
                            }

                            @Override
                            public void written(long events, long eventsTotal) {
                                writing.at(events, eventsTotal);
                            }
                        });
            }
        }

        private void print(ImportReport report, PrintWriter out) {
            switch (report.outcome()) {
                case REFUSED -> out.println(report.file() + ": REFUSED, nothing was recorded");
                case UNCHANGED ->
                    out.printf("%s: unchanged; the same file is in the ledger already, as events %,d to %,d%n",
                            report.file(), report.firstIndex(), report.lastIndex());
                case WOULD_IMPORT ->
                    out.printf("%s: would be imported, and nothing was recorded: %,d activities, %,d events%n",
                            report.file(), report.activities(), report.events());
                case IMPORTED ->
                    out.printf("%s: %,d activities in %.1f s; events %,d to %,d%n", report.file(), report.activities(),
                            report.seconds(), report.firstIndex(), report.lastIndex());
            }
            if (report.refusal() != null) {
                printRefusal(report.refusal(), out);
                return;
            }
            report.transactions().forEach((type, count) -> printType(report.sums().get(type), type, count, out));
            report.bookedLater().forEach((month, count) -> out.printf("  %,d of them are carried by %s: the month they "
                    + "are of is closed in the books they are in%n", count, month));
            if (report.comparison() != null) {
                ComparisonText.print(report.comparison(), out);
            }
            if (report.absent() != null) {
                print(report.absent(), out);
            }
            if (report.breaches() > 0) {
                out.printf("  %,d broken rules are noted beside the facts:%n", report.breaches());
                for (Map.Entry<String, Long> rule : report.breachesByRule().entrySet()) {
                    out.printf("    %,7d  %s%n", rule.getValue(), rule.getKey());
                }
            }
            out.printf("  root of the log at %,d events: %s%n", report.size(), report.root());
        }

        private static void print(Absences absent, PrintWriter out) {
            if (absent.activities() > 0) {
                out.printf("  %,d activities of earlier files are not in this one, and stand as they were:%n",
                        absent.activities());
                absent.first().forEach(one -> out.printf("    %s (%s)%n", one.activity(), one.project()));
                if (absent.activities() > absent.first().size()) {
                    out.printf("    ... and %,d more%n", absent.activities() - absent.first().size());
                }
            }
        }

        /** The report and, for a file that was refused, the reason and what to do, in words. */
        private ObjectNode json(ImportReport report) {
            ObjectNode json = Json.tree(report);
            ImportRefusal refusal = report.refusal();
            if (refusal != null) {
                json.putObject("refusal")
                        .put("file", refusal.file())
                        .put("line", refusal.line())
                        .put("column", refusal.column())
                        .put("code", refusal.code())
                        .put("reason", refusal.reason(locale()))
                        .put("advice", refusal.advice(locale()));
            }
            return json;
        }

        private void printRefusal(ImportRefusal refusal, PrintWriter out) {
            String place = refusal.line() == 0 ? "" : "line " + refusal.line() + ", column " + refusal.column() + ": ";
            out.println("  " + place + refusal.reason(locale()) + " (" + refusal.code() + ")");
            out.println("  " + refusal.advice(locale()));
        }

        private Locale locale() {
            return language.locale(options.json());
        }

        private static void printType(@Nullable SortedMap<String, String> sums, String type, long count,
                PrintWriter out) {
            out.printf("  type %-3s %,7d transactions%n", type, count);
            if (sums != null) {
                sums.forEach((currency, sum) -> out.printf("    %s %s%n", currency, sum));
            }
        }
    }
}
