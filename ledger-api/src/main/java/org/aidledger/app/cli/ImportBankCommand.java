package org.aidledger.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.bank.StatementImport;
import org.aidledger.app.exchange.bank.StatementReport;
import org.aidledger.app.exchange.bank.StatementReport.Outcome;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.platform.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./ledger import bank}. */
@Command(name = "bank",
        description = "Takes in the statement of one money account in one currency (CSV with the columns kind, date, amount, "
                + "currency and, where the bank gives them, value_date, reference, counterparty, description; one row of kind "
                + "opening, one of kind closing, the others of kind line): all of it or nothing. Statements of an account follow "
                + "each other day by day. The same file again changes nothing.")
final class ImportBankCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Option(names = "--project", paramLabel = "PROJECT", required = true,
            description = "Id or code of the project whose account it is") private String project;

    @Option(names = "--account", paramLabel = "ACCOUNT", required = true,
            description = "The project's name for the account, as its movements refer to it") private String account;

    @Option(names = "--dry-run", description = "Show what would be recorded, and write nothing") private boolean dryRun;

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, with a heading") private Path file;

    @SuppressWarnings("NullAway.Init")
    ImportBankCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotFound("there is no file " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        StatementReport report;
        try (Ledger ledger = options.open(); InputStream in = Files.newInputStream(file)) {
            ledger.views().catchUp();
            report = new StatementImport(ledger).run(in, String.valueOf(file.getFileName()),
                    ProjectNames.find(ledger, project).id(), account, Submitter.atCommandLine(options.actor()), dryRun);
        }
        if (options.json()) {
            out.println(Json.write(json(report)));
        } else {
            print(report, out);
        }
        out.flush();
        return report.outcome() == Outcome.REFUSED ? ExitCode.REFUSED : ExitCode.OK;
    }

    private void print(StatementReport report, PrintWriter out) {
        String what = report.from() == null ? ""
                : "statement of %s, %s to %s, %,d lines, opening %s, closing %s".formatted(
                        report.account(), report.from(), report.to(), report.lines(), report.opening(),
                        report.closing());
        out.println(switch (report.outcome()) {
            case IMPORTED -> "%s: %s recorded in %s, events %,d to %,d".formatted(report.file(), what,
                    report.statements(), report.firstIndex(), report.lastIndex());
            case UNCHANGED -> report.file() + ": unchanged; the " + what + " is in the ledger already, in "
                    + report.statements();
            case WOULD_IMPORT -> report.file() + ": " + what + " would be recorded; nothing was written";
            case REFUSED -> report.file() + ": REFUSED, nothing was recorded";
        });
        for (CsvRefusal refusal : report.refusals()) {
            String column = refusal.arguments().get("column");
            out.printf("  %s%s%s: %s (%s)%n    %s%n", report.file(), refusal.line() == 0 ? "" : ":" + refusal.line(),
                    column == null ? "" : ", column " + column, refusal.reason(locale()), refusal.code(),
                    refusal.advice(locale()));
        }
        out.printf("  root of the log at %,d events: %s%n", report.size(), report.root());
    }

    private ObjectNode json(StatementReport report) {
        ObjectNode json = Json.tree(report);
        for (int i = 0; i < report.refusals().size(); i++) {
            CsvRefusal refusal = report.refusals().get(i);
            ((ObjectNode) json.get("refusals").get(i)).put("reason", refusal.reason(locale())).put("advice",
                    refusal.advice(locale()));
        }
        return json;
    }

    private Locale locale() {
        return language.locale(options.json());
    }
}
