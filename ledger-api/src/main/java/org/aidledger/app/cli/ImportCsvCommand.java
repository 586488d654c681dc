package org.aidledger.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.csv.CsvImport;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.exchange.csv.CsvReport;
import org.aidledger.app.exchange.csv.CsvReport.Outcome;
import org.aidledger.app.exchange.csv.CsvReport.Row;
import org.aidledger.app.platform.Ledger;
import org.aidledger.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./ledger import csv}. */
@Command(name = "csv",
        description = "Takes in a table of receipts, disbursements and expenditure, all rows or none, after deciding every one "
                + "on those before it. Columns, in any order: project, kind (receipt, disbursement, expenditure), date, "
                + "amount, currency; and where they apply account, party, party_ref, purpose (advance, payment), "
                + "paid_from (account, advance, donor), category, voucher.")
final class ImportCsvCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Option(names = "--dry-run",
            description = "Show what would become of every row, and write nothing") private boolean dryRun;

    @Option(names = "--way", defaultValue = "decided",
            description = "decided: a row that breaks a rule is refused, and so is the table; reported: facts that have "
                    + "happened are recorded and the broken rules noted. Default: ${DEFAULT-VALUE}") private Way way;

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, with a heading") private Path file;

    @SuppressWarnings("NullAway.Init")
    ImportCsvCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotFound("there is no file " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        CsvReport report;
        try (Ledger ledger = options.open(); InputStream in = Files.newInputStream(file)) {
            report = new CsvImport(ledger).run(in, String.valueOf(file.getFileName()),
                    Submitter.atCommandLine(options.actor()), way, dryRun);
        }
        if (options.json()) {
            out.println(Json.write(json(report)));
        } else {
            print(report, out);
        }
        out.flush();
        return report.outcome() == Outcome.REFUSED ? ExitCode.REFUSED : ExitCode.OK;
    }

    private void print(CsvReport report, PrintWriter out) {
        for (Row row : report.rows()) {
            out.printf("%s:%d: %s: %s%n", report.file(), row.line(), row.command(), verdict(report, row));
            row.refusals().forEach(refusal -> print(refusal, out));
            if (row.bookedIn() != null) {
                out.println("    " + Texts.beside(ImportCsvCommand.class, locale()).say("csv.booked-later",
                        Map.of("month", row.bookedIn())));
            }
            row.breaches().forEach(breach -> out.println(
                    "    breach noted: " + breach.reason(locale()) + " (" + breach.code() + ")"));
        }
        if (report.refusal() != null) {
            int line = report.refusal().line();
            out.println(report.file() + (line == 0 ? "" : ":" + line) + ":");
            print(report.refusal(), out);
        }
        out.println(switch (report.outcome()) {
            case IMPORTED -> "%s: %,d rows recorded, events %,d to %,d".formatted(report.file(), report.rows().size(),
                    report.firstIndex(), report.lastIndex());
            case UNCHANGED -> "%s: unchanged; the same table is in the ledger already, as events %,d to %,d"
                    .formatted(report.file(), report.firstIndex(), report.lastIndex());
            case WOULD_IMPORT -> "%s: all %,d rows would be recorded; nothing was written".formatted(report.file(),
                    report.rows().size());
            case REFUSED -> "%s: REFUSED, %,d of %,d rows; nothing was recorded".formatted(report.file(),
                    report.refused(), report.rows().size());
        });
        out.printf("  root of the log at %,d events: %s%n", report.size(), report.root());
    }

    private static String verdict(CsvReport report, Row row) {
        if (row.isRefused()) {
            return "REFUSED";
        }
        return report.outcome() == Outcome.IMPORTED ? "recorded" : "would be recorded";
    }

    private void print(CsvRefusal refusal, PrintWriter out) {
        out.println("    " + refusal.reason(locale()) + " (" + refusal.code() + ")");
        out.println("    " + refusal.advice(locale()));
    }

    private Locale locale() {
        return language.locale(options.json());
    }

    /** The report, with every reason in words. */
    private ObjectNode json(CsvReport report) {
        ObjectNode json = Json.tree(report);
        if (report.refusal() != null) {
            say((ObjectNode) json.get("refusal"), report.refusal());
        }
        for (int i = 0; i < report.rows().size(); i++) {
            say((ArrayNode) json.get("rows").get(i).get("refusals"), report.rows().get(i).refusals());
            say((ArrayNode) json.get("rows").get(i).get("breaches"), report.rows().get(i).breaches());
        }
        return json;
    }

    private void say(ArrayNode nodes, List<CsvRefusal> refusals) {
        for (int i = 0; i < refusals.size(); i++) {
            say((ObjectNode) nodes.get(i), refusals.get(i));
        }
    }

    private void say(ObjectNode node, CsvRefusal refusal) {
        node.put("reason", refusal.reason(locale())).put("advice", refusal.advice(locale()));
    }
}
