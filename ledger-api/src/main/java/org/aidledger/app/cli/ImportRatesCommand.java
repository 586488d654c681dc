package org.aidledger.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.exchange.rates.RatesImport;
import org.aidledger.app.exchange.rates.RatesReport;
import org.aidledger.app.exchange.rates.RatesReport.Outcome;
import org.aidledger.app.platform.Ledger;
import org.aidledger.event.Refusal;
import org.aidledger.rate.RateTableId;
import org.aidledger.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./ledger import rates}. */
@Command(name = "rates",
        description = "Takes in annual average exchange rates to the US dollar as the IMF publishes them (CSV with the columns "
                + "Date, Rate, Currency, Frequency, Source, Country code, Country): all years or none, one event a year. A later "
                + "file replaces what it says differently; what was used before stays known (--known).")
final class ImportRatesCommand implements Callable<Integer> {

    private static final String ISSUER = "IMF";

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Option(names = "--table", paramLabel = "TABLE", defaultValue = "FXR-IMF-ANNUAL",
            description = "The table they are recorded in. Default: ${DEFAULT-VALUE}") private String table;

    @Option(names = "--source", paramLabel = "NAME", defaultValue = ISSUER,
            description = "Who publishes them, as it is cited. Default: ${DEFAULT-VALUE}") private String source;

    @Option(names = "--since", paramLabel = "YEAR", defaultValue = "1900",
            description = "Leave out earlier years. Default: all") private int since;

    @Option(names = "--dry-run", description = "Show what would be recorded, and write nothing") private boolean dryRun;

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, with a heading") private Path file;

    @SuppressWarnings("NullAway.Init")
    ImportRatesCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotFound("there is no file " + file);
        }
        RateTableId id = new RateTableId(table);
        PrintWriter out = spec.commandLine().getOut();
        RatesReport report;
        try (Ledger ledger = options.open(); InputStream in = Files.newInputStream(file)) {
            report = new RatesImport(ledger).run(in, String.valueOf(file.getFileName()), id, source, since,
                    Submitter.atCommandLine(options.actor()), dryRun);
        }
        if (options.json()) {
            out.println(Json.write(json(report)));
        } else {
            print(report, out);
        }
        out.flush();
        return report.outcome() == Outcome.REFUSED ? ExitCode.REFUSED : ExitCode.OK;
    }

    private static void print(RatesReport report, PrintWriter out) {
        String what = report.years().isEmpty() ? "" : "%,d rates of %d years, %d to %d".formatted(report.rates(),
                report.years().size(), report.years().getFirst(), report.years().getLast());
        out.println(switch (report.outcome()) {
            case IMPORTED -> "%s: %s recorded in %s, events %,d to %,d".formatted(report.file(), what, report.table(),
                    report.firstIndex(), report.lastIndex());
            case UNCHANGED -> report.file() + ": unchanged; " + report.table() + " has all of it already";
            case WOULD_IMPORT -> report.file() + ": " + what + " would be recorded in " + report.table()
                    + "; nothing was written";
            case REFUSED -> report.file() + ": REFUSED, nothing was recorded";
        });
        for (Refusal refusal : report.refusals()) {
            if (refusal instanceof CsvRefusal unreadable) {
                out.printf("  %s%s (%s)%n    %s%n", unreadable.line() == 0 ? "" : "line " + unreadable.line() + ": ",
                        unreadable.reason(Texts.ENGLISH), unreadable.code(), unreadable.advice(Texts.ENGLISH));
            } else {
                out.printf("  %s (%s)%n", Texts.in(Texts.ENGLISH).say(refusal), refusal.code());
            }
        }
        out.printf("  root of the log at %,d events: %s%n", report.size(), report.root());
    }

    private static ObjectNode json(RatesReport report) {
        ObjectNode json = Json.tree(report);
        ArrayNode refusals = json.putArray("refusals");
        report.refusals().forEach(refusal -> refusals.addObject().put("code", refusal.code()).put("reason",
                Texts.in(Texts.ENGLISH).say(refusal)));
        return json;
    }
}
