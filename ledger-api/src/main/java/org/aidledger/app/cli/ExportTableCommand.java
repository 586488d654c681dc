package org.aidledger.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.table.LedgerTables;
import org.aidledger.app.exchange.table.Table;
import org.aidledger.app.exchange.table.TableForm;
import org.aidledger.app.exchange.table.TableName;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code ./ledger export csv} and {@code xlsx} have in common. */
abstract class ExportTableCommand implements Callable<Integer> {

    private static final String SUBJECTS =
            "for portfolio the dimension: donor, sector, province, province-2025, agency, owner, kind, budget, year; for "
                    + "headline the period, 2023-01-01/2023-08-31 or 2023-01-01/2023-08-31/FXR-... to convert with that "
                    + "table of rates; for targets such a table, or nothing; for bank the id of an account's statements "
                    + "(BNK-...), or nothing";

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Mixin private ExportFile file;

    @Parameters(index = "0", paramLabel = "TABLE",
            description = "One of: projects, totals, balances, cash, trial-balance, "
                    + "postings, trail, portfolio, inspections, findings, deadlines, signals, headline, targets, donors, "
                    + "periods, bank") private String table;

    @Parameters(index = "1", paramLabel = "SUBJECT", arity = "0..1",
            description = "Only this project, by id (PRJ-...) or code; for trail also an inspection (INS-...); "
                    + SUBJECTS) private @Nullable String subject;

    private final TableForm form;

    @SuppressWarnings("NullAway.Init")
    ExportTableCommand(TableForm form) {
        this.form = form;
    }

    /** {@code ./ledger export csv}. */
    @Command(name = "csv",
            description = "Writes a list or balance as CSV (RFC 4180, UTF-8). The first lines begin with # and say what was "
                    + "asked, the events it rests on, the root of the log there, when it was made and by whom. A text that "
                    + "begins like a formula is written with an apostrophe before it.")
    static final class Csv extends ExportTableCommand {
        Csv() {
            super(TableForm.CSV);
        }
    }

    /** {@code ./ledger export xlsx}. */
    @Command(name = "xlsx",
            description = "Writes a list or balance as a workbook, with a sheet that says what was asked, the events it rests "
                    + "on, the root of the log there, when it was made and by whom. Text is never taken for a formula; an "
                    + "amount of more than 15 digits is written as text, since spreadsheets round beyond that.")
    static final class Xlsx extends ExportTableCommand {
        Xlsx() {
            super(TableForm.XLSX);
        }
    }

    @Override
    public Integer call() throws IOException {
        TableName name = TableName.of(table).orElseThrow(
                () -> new NotFound("there is no table \"" + table + "\"; there are " + TableName.keys()));
        try (Ledger ledger = options.open()) {
            Views views = ledger.views();
            views.catchUp();
            AsOf.Answered asOf = clocks.asOf(ledger).answeredAt(views.position());
            String id = subject == null || !name.isOfStream() || subject.startsWith("INS-") ? subject
                    : ProjectNames.find(ledger, subject).id();
            Table found = new LedgerTables(ledger).table(name, id, asOf)
                    .orElseThrow(() -> new IllegalArgumentException(id == null
                            ? name.key() + " is of one subject, to be named after it: " + SUBJECTS
                            : name.key() + " is not of " + subject + ": " + SUBJECTS));
            var stamp = new ExportStamp(name.key() + (id == null ? "" : " of " + id), asOf,
                    ledger.published().root(asOf.known()).base64(), Instant.now(), options.actor());
            file.write(spec.commandLine().getOut(), out -> form.write(found, stamp, out));
        }
        return ExitCode.OK;
    }
}
