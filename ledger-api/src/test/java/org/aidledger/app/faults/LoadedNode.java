package org.aidledger.app.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.app.platform.LedgerSettings.External;
import org.aidledger.event.LedgerCommand;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectId;

/**
 * An application process under load, started by the tests: opens the ledger, follows its views, signs checkpoints, and has
 * writers send commands until a line comes in. Prints a line for every answer, at once, as a client would learn it:
 * {@code ack KEY FIRST LAST} when it was recorded and {@code not KEY WHY} when it was not, and never will be under that key.
 */
final class LoadedNode {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Party DONOR = Party.named("A donor");
    private static final String SHARED = "PRJ-shared";
    private static final long PAUSE_MILLIS = 20;

    private final Ledger ledger;
    private final String name;
    private final PrintStream out;
    private volatile boolean stopping;

    private LoadedNode(Ledger ledger, String name) {
        this.ledger = ledger;
        this.name = name;
        this.out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /** @param arguments the database's address, the data folder, the node's name, how many writers */
    public static void main(String[] arguments) throws IOException {
        try (Ledger ledger = Ledger.open(settings(arguments[0], Path.of(arguments[1])))) {
            ledger.views().follow();
            new LoadedNode(ledger, arguments[2]).run(Integer.parseInt(arguments[3]));
        }
        System.exit(0);
    }

    static LedgerSettings settings(String url, Path folder) {
        return new LedgerSettings(folder,
                new External(url, "aidledger_app", "aidledger_app", "aidledger_owner", "aidledger_owner"),
                "ledger.example/faults", folder.resolve("signing-key.pem"), List.of());
    }

    private void run(int writers) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(this::sign);
            for (int w = 0; w < writers; w++) {
                String writer = name + "-" + w;
                threads.submit(() -> write(writer));
            }
            out.println("ready");
            System.in.read();
            stopping = true;
        }
        out.println("done");
    }

    private void sign() {
        while (!stopping) {
            try {
                ledger.checkpoints().latest();
            } catch (IllegalStateException databaseAway) {
                // signed when it is back
            }
            pause();
        }
    }

    private void write(String writer) {
        Random random = new Random(writer.hashCode());
        String own = "PRJ-" + writer;
        send(writer + "-own", register(own));
        send(writer + "-shared", register(SHARED));
        for (int n = 0; !stopping; n++) {
            String project = random.nextInt(8) == 0 ? SHARED : own;
            send(writer + "-" + n, new PledgeAid(new ProjectId(project), Direction.IN, DONOR,
                    Money.of(1 + random.nextInt(1_000) + ".25", "USD"), null, null, DAY));
        }
    }

    private static RegisterProject register(String id) {
        return new RegisterProject(new ProjectId(id), id, "Nước sạch", "Clean water", AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(DONOR), null, null, List.of(),
                List.of(), null, null, DAY);
    }

    /** Asks until there is an answer, as a careful client does: only what was surely not written is not asked again. */
    private void send(String key, LedgerCommand command) {
        Request request = new Request(new ActorId("lan"), Way.DECIDED, "rest", key,
                new IdempotencyKey(key, sha256(key)), null, false);
        while (true) {
            try {
                Outcome outcome = ledger.gateway().send(command, request);
                if (outcome instanceof Outcome.Recorded recorded) {
                    out.println("ack " + key + " " + recorded.firstIndex() + " " + recorded.lastIndex());
                } else {
                    out.println("not " + key + " " + outcome.getClass().getSimpleName());
                }
                return;
            } catch (AppendFailure.NotWritten | AppendFailure.ClockOff e) {
                out.println("not " + key + " " + e.getClass().getSimpleName());
                pause();
                return;
            } catch (RuntimeException unknown) {
                System.err.println(key + " is asked again: " + unknown);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
