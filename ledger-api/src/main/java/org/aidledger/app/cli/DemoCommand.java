package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aidledger.app.demo.InventedPortfolio;
import org.aidledger.app.demo.SamplePortfolio;
import org.aidledger.app.demo.SampleStatements;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.app.security.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger demo}. */
@Command(name = "demo",
        description = "Loads an invented sample portfolio into an empty ledger and serves it: log in as "
                + "officer/officer to enter, inspector/inspector to inspect, accountant/accountant to close periods, "
                + "administrator/administrator to record roles, auditor/auditor to read everything. Pages need no login. "
                + "These passwords are published: only for trying out.")
final class DemoCommand implements Callable<Integer> {

    /** A file in the data folder while the sample is loaded: a part of it looks like a whole one. */
    private static final String LOADING = "demo-loading";

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Option(names = "--port", defaultValue = "8080",
            description = "The port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}") private int port;

    @Option(names = "--projects", defaultValue = "" + InventedPortfolio.PROJECTS, paramLabel = "N",
            description = "How many projects the portfolio has beside the first twelve; 0 for these alone. Default: ${DEFAULT-VALUE}") private int projects;

    @SuppressWarnings("NullAway.Init")
    DemoCommand() {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        LedgerSettings settings = options.settings();
        Path loading = settings.dataFolder().resolve(LOADING);
        Ledger ledger = Ledger.open(settings);
        try {
            if (ledger.gateway().reader().size() == 0) {
                Files.writeString(loading, "The sample portfolio is being loaded.\n");
                load(ledger, out);
                Files.delete(loading);
            } else if (Files.exists(loading)) {
                ledger.close();
                spec.commandLine().getErr().printf("ledger: %s holds a part of the sample portfolio: a ./ledger demo "
                        + "was stopped while it loaded it, or is loading it now. If none is, delete that folder, with "
                        + "--db the database too, and start again.%n", settings.dataFolder());
                return ExitCode.REFUSED;
            }
        } catch (RuntimeException | IOException e) {
            ledger.close();
            throw e;
        }
        return ServeCommand.serve(ledger, port, Users.demo(), out);
    }

    private void load(Ledger ledger, PrintWriter out) {
        long started = System.nanoTime();
        try (Progress progress = Progress.of("Loading the sample portfolio", options.json())) {
            SamplePortfolio.load(ledger, progress::at);
            InventedPortfolio.load(ledger, InventedPortfolio.SEED, projects, progress::at);
        }
        SampleStatements.load(ledger);
        out.printf("The sample portfolio is loaded: %,d events in %.1f s. Every name and figure in it is "
                + "invented.%n", ledger.gateway().reader().size(), (System.nanoTime() - started) / 1e9);
    }
}
