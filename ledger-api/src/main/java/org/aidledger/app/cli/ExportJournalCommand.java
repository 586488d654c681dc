package org.aidledger.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.journal.Journal;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger export journal}. */
@Command(name = "journal",
        description = "Writes every posting as a plain-text accounting journal that hledger and beancount read, so that a "
                + "program that is not ours adds up every balance. With --out aid.journal, for example: hledger -f "
                + "aid.journal balance -E")
final class ExportJournalCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Mixin private ExportFile file;

    @Parameters(paramLabel = "PROJECT", arity = "0..1",
            description = "Only this one: id (PRJ-...) or code. Default: all") private @Nullable String project;

    @SuppressWarnings("NullAway.Init")
    ExportJournalCommand() {
    }

    @Override
    public Integer call() throws IOException {
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            AsOf.Answered asOf = clocks.asOf(ledger).answeredAt(ledger.views().position());
            String id = project == null ? null : ProjectNames.find(ledger, project).id();
            var stamp = new ExportStamp(id == null ? "journal of all projects" : "journal of " + id, asOf,
                    ledger.published().root(asOf.known()).base64(), Instant.now(), options.actor());
            file.write(spec.commandLine().getOut(), out -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                new Journal(ledger.views().balances()).write(id, stamp, text);
                text.flush();
            });
        }
        return ExitCode.OK;
    }
}
