package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.aidledger.app.witness.Witness;
import org.aidledger.app.witness.WitnessServer;
import org.aidledger.log.LogIdentity;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger witness}. */
@Command(name = "witness",
        description = "Witnesses the logs of others: cosigns a checkpoint only when it goes on from the last one seen. Runs beside "
                + "no ledger and needs no database. Ctrl-C stops it.")
final class WitnessCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--name", required = true, paramLabel = "NAME",
            description = "The witness's name: an address without its scheme, for example witness.example/w1") private String name;

    @Option(names = "--log", required = true, paramLabel = "VKEY",
            description = "The verifier key of a log to watch, as its operator published it; may be repeated") private List<
                    String> logs = List.of();

    @Option(names = "--folder", defaultValue = "witness", paramLabel = "DIR",
            description = "Key and memory of the witness; back it up. Default: ${DEFAULT-VALUE}") private Path folder;

    @Option(names = "--address", defaultValue = "127.0.0.1", paramLabel = "HOST",
            description = "Where to listen; put a proxy with TLS before it. Default: ${DEFAULT-VALUE}") private String address;

    @Option(names = "--port", defaultValue = "8099",
            description = "The port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}") private int port;

    @SuppressWarnings("NullAway.Init")
    WitnessCommand() {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Witness witness = witness();
        PrintWriter out = spec.commandLine().getOut();
        try (WitnessServer server = WitnessServer.start(witness, new InetSocketAddress(address, port))) {
            out.println("Witness " + name + " listens at http://" + address + ":" + server.port()
                    + "/add-checkpoint and watches " + logs.size() + " logs.");
            out.println("Give its verifier key to the ledgers and to all who verify: " + witness.verifierKey());
            out.flush();
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(main::interrupt, "stop-witness"));
            main.join();
        } catch (InterruptedException stopped) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }

    private Witness witness() {
        List<VerifierKey> keys = logs.stream().map(VerifierKey::parse).toList();
        Cosigner cosigner = new Cosigner(name, LogIdentity.key(folder.resolve("witness-key.pem")));
        return new Witness(cosigner, folder.resolve("seen"), keys, InstantSource.system());
    }
}
