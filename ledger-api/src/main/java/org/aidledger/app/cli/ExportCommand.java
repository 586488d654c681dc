package org.aidledger.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./ledger export}. */
@Command(name = "export",
        description = "Writes files that others read: every one says what was asked, the events it rests on, "
                + "the root of the log there, when it was made and by whom.",
        subcommands = {ExportJournalCommand.class, ExportTableCommand.Csv.class, ExportTableCommand.Xlsx.class,
            ExportIatiCommand.class, ExportEvidenceCommand.class})
final class ExportCommand implements Runnable {

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ExportCommand() {
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
