package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerServer;
import org.aidledger.app.security.Users;
import org.aidledger.app.security.UsersFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger serve}. */
@Command(name = "serve",
        description = "Serves the ledger over HTTP: pages, REST interface, log. Ctrl-C stops it. Who may log in is in LEDGER_USERS, "
                + "in the file LEDGER_USERS_FILE names, or in the data folder's file users, which the first start makes. "
                + "Listens on 127.0.0.1, or on LEDGER_ADDRESS; put a proxy with TLS before it.")
final class ServeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Option(names = "--port", defaultValue = "8080",
            description = "The port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}") private int port;

    @SuppressWarnings("NullAway.Init")
    ServeCommand() {
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        // Before the ledger is opened: a fault in them must not leave it open.
        Users users = UsersFile.read(System.getenv(), options.settings().dataFolder(), out::println);
        return serve(Ledger.open(options.settings()), port, users, out);
    }

    /** Serves until the process is asked to end; then stops in order: server, views, ledger, database. */
    static int serve(Ledger ledger, int port, Users users, PrintWriter out) throws InterruptedException {
        LedgerServer server;
        try {
            ledger.views().follow();
            server = LedgerServer.start(ledger, port, users);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ledger.close();
            main.interrupt();
        }, "stop-serving"));
        out.println("Aid Ledger is at " + server.home());
        if (server.isOnAllAddresses()) {
            out.println("It answers on every address of this machine, port " + server.port() + ".");
        }
        out.println("Verifier key: " + ledger.checkpoints().identity().verifierKey());
        out.println("Ctrl-C stops it.");
        out.flush();
        try {
            main.join();
        } catch (InterruptedException stopped) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }
}
