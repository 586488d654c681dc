package org.aidledger.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.iati.export.IatiExport;
import org.aidledger.app.exchange.iati.export.IatiExport.Reporter;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger export iati}. */
@Command(name = "iati",
        description = "Writes projects as an IATI 2.03 activity file that follows the standard's schema. What a publisher's file "
                + "reported goes out under its publisher; what was registered here under --reporting-org.")
final class ExportIatiCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Mixin private ExportFile file;

    @Option(names = "--reporting-org", paramLabel = "REF", defaultValue = "VN-AID-LEDGER",
            description = "Organisation identifier of whoever reports what was registered here. Default: ${DEFAULT-VALUE}") private String reference;

    @Option(names = "--reporting-name", paramLabel = "NAME", defaultValue = "Aid Ledger",
            description = "Its name. Default: ${DEFAULT-VALUE}") private String name;

    @Option(names = "--reporting-type", paramLabel = "CODE", defaultValue = "10",
            description = "Its type by IATI's code list, 10 for government. Default: ${DEFAULT-VALUE}") private String type;

    @Parameters(paramLabel = "PROJECT", arity = "0..1",
            description = "Only this one: id (PRJ-...) or code. Default: all") private @Nullable String project;

    @SuppressWarnings("NullAway.Init")
    ExportIatiCommand() {
    }

    @Override
    public Integer call() throws IOException {
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            AsOf.Answered asOf = clocks.asOf(ledger).answeredAt(ledger.views().position());
            String id = project == null ? null : ProjectNames.find(ledger, project).id();
            var stamp = new ExportStamp(id == null ? "IATI activities of all projects" : "IATI activity of " + id, asOf,
                    ledger.published().root(asOf.known()).base64(), Instant.now(), options.actor());
            var export = new IatiExport(ledger.views().projects(), ledger.gateway().reader(),
                    ledger.gateway().catalogue());
            file.write(spec.commandLine().getOut(),
                    out -> export.write(id, new Reporter(reference, type, name), stamp, out));
        }
        return ExitCode.OK;
    }
}
