package org.aidledger.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.aidledger.app.exchange.evidence.Evidence;
import org.aidledger.app.exchange.evidence.EvidenceExport;
import org.aidledger.app.exchange.evidence.EvidenceRefusal;
import org.aidledger.app.exchange.evidence.EvidenceRequest;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.platform.Ledger;
import org.aidledger.money.Currency;
import org.aidledger.text.Texts;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.view.balance.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger export evidence}. */
@Command(name = "evidence",
        description = "An archive that proves itself without the ledger: events, proofs, signed checkpoint, figures, report "
                + "and two verifiers.")
final class ExportEvidenceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Mixin private LanguageOption language;

    @ArgGroup(multiplicity = "1") private What what;

    @Option(names = "--since", paramLabel = "FILE",
            description = "A checkpoint saved earlier, its text or a picture of its QR code: the bundle shows that the log goes on from "
                    + "it") private @Nullable Path since;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE",
            description = "Where to write it. Default: a name of its own in this folder") private @Nullable Path out;

    @Option(names = "--figure", paramLabel = "MEASURE",
            description = "Of the project only this figure, for example cashOnHand; needs --currency") private @Nullable String figure;

    @Option(names = "--currency", paramLabel = "CODE",
            description = "The figure's currency, for example USD") private @Nullable String currency;

    /** One of the four. */
    private static final class What {

        @Option(names = "--project", paramLabel = "PROJECT",
                description = "A project, by id or code") private @Nullable String project;

        @Option(names = "--inspection", paramLabel = "ID",
                description = "A post-inspection, with its projects as it froze them") private @Nullable String inspection;

        @Option(names = "--period", paramLabel = "MONTH",
                description = "Everything recorded in a month, 2025-06, or from one to another, 2025-01..2025-06") private @Nullable String period;

        @Option(names = "--sheet", paramLabel = "PERIODS/MONTH",
                description = "What the closing of a month sealed, PER-HG/2025-06") private @Nullable String sheet;
    }

    @SuppressWarnings("NullAway.Init")
    ExportEvidenceCommand() {
    }

    @Override
    public Integer call() throws IOException {
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            Evidence evidence = new EvidenceExport(ledger)
                    .gather(new EvidenceRequest(scope(ledger), clocks.asOf(ledger), saved()));
            Path file = out == null ? Path.of(evidence.fileName()) : out;
            write(evidence, file);
            print(evidence, file, BundleVerifier.fingerprint(ledger.checkpoints().identity().verifierKey()));
            return ExitCode.OK;
        } catch (EvidenceRefusal.Refused refused) {
            String says = Texts.in(language.locale()).say(refused.refusal());
            if (refused.refusal() instanceof EvidenceRefusal.Unknown) {
                throw new NotFound(says);
            }
            spec.commandLine().getErr().println("ledger: " + says);
            return ExitCode.REFUSED;
        }
    }

    private Scope scope(Ledger ledger) {
        if ((figure == null) != (currency == null) || figure != null && what.project == null) {
            throw new IllegalArgumentException("--figure and --currency belong together, and to a --project");
        }
        if (what.project != null) {
            String id = ProjectNames.find(ledger, what.project).id();
            return figure == null ? new Scope.Project(id)
                    : new Scope.Figure(id, Currency.of(Objects.requireNonNull(currency)), measure(figure));
        }
        if (what.sheet != null) {
            String[] parts = what.sheet.split("/", -1);
            return new Scope.Sheet(parts[0], month("--sheet", parts.length == 2 ? parts[1] : ""));
        }
        if (what.inspection != null) {
            return new Scope.Inspection(what.inspection);
        }
        String[] months = Objects.requireNonNull(what.period).split("\\.\\.", 2);
        return new Scope.Period(month("--period", months[0]), month("--period", months[months.length - 1]));
    }

    private static YearMonth month(String option, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + ": a month such as 2025-06 is expected: " + text, e);
        }
    }

    private static Measure measure(String key) {
        return Arrays.stream(Measure.values()).filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--figure: one of " + Arrays.stream(Measure.values())
                        .map(Measure::key).collect(Collectors.joining(", ")) + " is expected: " + key));
    }

    private Optional<SignedCheckpoint> saved() throws IOException {
        if (since == null) {
            return Optional.empty();
        }
        if (!Files.exists(since)) {
            throw new NotFound("there is no checkpoint file " + since);
        }
        return Optional.of(SavedCheckpoint.read(since));
    }

    /** Whole or not at all. */
    private static void write(Evidence evidence, Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            evidence.writeTo(stream);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void print(Evidence evidence, Path file, String fingerprint) throws IOException {
        PrintWriter answer = spec.commandLine().getOut();
        long size = evidence.checkpoint().checkpoint().size();
        if (options.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("bytes", Files.size(file));
            json.put("events", evidence.events());
            json.put("size", size);
            json.put("root", evidence.checkpoint().checkpoint().root().base64());
            json.put("keyFingerprint", fingerprint);
            answer.println(Json.write(json));
        } else {
            answer.printf("%s: %,d events, proved in a log of %,d%n", file, evidence.events(), size);
            answer.println("Key fingerprint: " + fingerprint);
            answer.println("Verify: ./ledger verify " + file + ", or open its verify.html in a browser");
        }
        answer.flush();
    }
}
