package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.log.Verdict;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger verify}. */
@Command(name = "verify",
        description = "Derives the whole log again from the stored bytes and names the first bad event, if there is "
                + "one. Compares with the last signed checkpoint and with those given.")
final class VerifyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Option(names = "--checkpoint", paramLabel = "FILE",
            description = "A checkpoint saved earlier (as served at /log/checkpoint) that the log must extend; may be repeated") private List<
                    Path> saved = List.of();

    @Option(names = "--vkey", paramLabel = "KEY",
            description = "The verifier key those checkpoints were signed with. Default: this ledger's own") private @Nullable String verifierKey;

    @SuppressWarnings("NullAway.Init")
    VerifyCommand() {
    }

    @Override
    public Integer call() throws IOException {
        long begin = System.nanoTime();
        try (Ledger ledger = Ledger.openToVerify(options.settings())) {
            List<Checkpoint> checkpoints = checkpoints(ledger);
            DatabaseVerification verification = new DatabaseVerification(ledger.database(), checkpoints);
            long total = verification.size();
            Verdict verdict;
            try (Progress progress = Progress.of("Verifying", options.json())) {
                verdict = verification.run(done -> progress.at(done, total));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            PrintWriter out = spec.commandLine().getOut();
            if (options.json()) {
                out.println(Json.write(asJson(verdict, seconds)));
            } else {
                print(verdict, seconds, out);
            }
            out.flush();
            return verdict.isSound() ? ExitCode.OK : ExitCode.NOT_SOUND;
        }
    }

    private List<Checkpoint> checkpoints(Ledger ledger) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        ledger.checkpoints().last().ifPresent(last -> checkpoints.add(last.checkpoint()));
        VerifierKey key =
                verifierKey != null ? VerifierKey.parse(verifierKey) : ledger.checkpoints().identity().verifierKey();
        for (Path file : saved) {
            if (!Files.exists(file)) {
                throw new NotFound("there is no checkpoint file " + file);
            }
            checkpoints.add(SignedCheckpoint.parse(Files.readAllBytes(file)).verify(key));
        }
        return checkpoints;
    }

    private static Map<String, Object> asJson(Verdict verdict, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sound", verdict.isSound());
        json.put("events", verdict.size());
        json.put("root", verdict.root().base64());
        verdict.fault().ifPresent(defect -> {
            json.put("firstBadIndex", defect.firstIndex());
            json.put("lastBadIndex", defect.lastIndex());
            json.put("kind", defect.kind());
            json.put("evidence", defect.evidence());
        });
        json.put("held", verdict.held());
        json.put("seconds", seconds);
        return json;
    }

    private static void print(Verdict verdict, double seconds, PrintWriter out) {
        verdict.fault().ifPresentOrElse(defect -> {
            out.println("NOT SOUND: " + where(defect) + ": " + defect.kind());
            out.println("  " + defect.evidence());
            out.printf("%,d events before it were verified.%n", Math.max(0, defect.firstIndex()));
        }, () -> {
            out.printf("Sound: %,d events, each hashed again, in %.1f s.%n", verdict.size(), seconds);
            out.println("Root: " + verdict.root().base64());
            verdict.held().forEach(line -> out.println("  " + line));
        });
    }

    private static String where(Verdict.Defect defect) {
        if (defect.firstIndex() < 0) {
            return "no event is concerned";
        }
        return defect.firstIndex() == defect.lastIndex() ? "the first bad event is " + defect.firstIndex()
                : "the first bad event is one of " + defect.firstIndex() + " to " + defect.lastIndex();
    }
}
