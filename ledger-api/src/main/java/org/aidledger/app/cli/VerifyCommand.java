package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.platform.Ledger;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.log.FiguresAnew;
import org.aidledger.log.RemoteLog;
import org.aidledger.log.ServedLogVerification;
import org.aidledger.log.Verdict;
import org.aidledger.text.Texts;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.SignatureType;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Trust;
import org.aidledger.tlog.evidence.VerdictReport;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger verify}. */
@Command(name = "verify",
        description = "Verifies this ledger's database, a ledger at an address, or an evidence bundle, and names the first bad "
                + "event, if there is one. Of a whole log every event is hashed again; it must extend every checkpoint given.")
final class VerifyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Parameters(paramLabel = "TARGET", arity = "0..1",
            description = "https://ledger.example, where a ledger is served, or a bundle (a .zip file). Default: this ledger's "
                    + "database") private @Nullable String target;

    @Option(names = "--checkpoint", paramLabel = "FILE",
            description = "A checkpoint saved earlier (as served at /log/checkpoint, or a picture of its QR code) that the log must "
                    + "extend; may be repeated") private List<
                            Path> saved = List.of();

    @Option(names = "--vkey", paramLabel = "KEY",
            description = "A verifier key that you have by another way: the ledger's, or witnesses' (may be repeated). "
                    + "Default: this ledger's own, or the one found at the target") private List<String> keys =
                            List.of();

    @Option(names = "--quorum", paramLabel = "N",
            description = "Of an address or a bundle: how many of the witnesses given must have cosigned. Default: ${DEFAULT-VALUE}",
            defaultValue = "0") private int quorum;

    @Option(names = "--user", paramLabel = "NAME",
            description = "Login at the address; an auditor's. The password comes from LEDGER_PASSWORD, or --password") private @Nullable String user;

    @Option(names = "--password", arity = "0..1", interactive = true,
            description = "The password; asked for when none follows") private @Nullable String password;

    @Option(names = "--figures",
            description = "Of the database or an address: compute the trial balance anew from all events as well and compare what the "
                    + "ledger claims") private boolean figures;

    @SuppressWarnings("NullAway.Init")
    VerifyCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (target == null) {
            return database();
        }
        return target.startsWith("http://") || target.startsWith("https://") ? address(target)
                : bundle(Path.of(target));
    }

    private int database() throws IOException {
        long begin = System.nanoTime();
        Optional<VerifierKey> given = ledgerKey();
        List<SignedCheckpoint> before = saved();
        try (Ledger ledger = Ledger.openToVerify(options.settings())) {
            KeyChain own = ledger.checkpoints().identity().keys();
            KeyChain trusted = given.map(key -> KeyChain.through(key, own.rotations())).orElse(own);
            Optional<SignedCheckpoint> last = ledger.checkpoints().last();
            if (last.isPresent()) {
                trusted.verify(last.get());
            }
            List<Checkpoint> checkpoints = new ArrayList<>(ofTheLog(before, trusted));
            last.ifPresent(signed -> checkpoints.add(signed.checkpoint()));
            FiguresAnew anew = new FiguresAnew();
            DatabaseVerification verification = new DatabaseVerification(ledger.database(), checkpoints,
                    figures ? anew : leaf -> {
                    });
            long total = verification.size();
            Verdict verdict;
            try (Progress progress = Progress.of("Verifying", options.json())) {
                verdict = verification.run(done -> progress.at(done, total));
            }
            if (figures && verdict.isSound()) {
                ledger.views().catchUp();
                verdict = withFigures(verdict, anew, claimed(ledger, verdict.size()));
            }
            return answer(verdict, own.current(), begin);
        } catch (TlogException.Unproven e) {
            return unproven(e, begin);
        }
    }

    private int unproven(TlogException.Unproven e, long begin) {
        return answer(new Verdict(0, TreeHasher.EMPTY_ROOT,
                Optional.of(new Verdict.Defect("CHECKPOINT_UNPROVEN", -1, -1, e.getMessage())), List.of()), null,
                begin);
    }

    private static Map<String, Map<String, BigDecimal>> claimed(Ledger ledger, long size) {
        Map<String, Map<String, BigDecimal>> claimed = new TreeMap<>();
        ledger.views().balances().trialBalance(null, AsOf.of(null, size)).accounts()
                .forEach(account -> claimed.computeIfAbsent(account.currency().code(), key -> new TreeMap<>())
                        .put(account.account().name(), account.amount()));
        return claimed;
    }

    private static Verdict withFigures(Verdict verdict, FiguresAnew anew,
            Map<String, Map<String, BigDecimal>> claimed) {
        List<Verdict.Held> held = new ArrayList<>(verdict.held());
        Optional<Verdict.Defect> differs = anew.compare(claimed);
        if (differs.isEmpty()) {
            held.add(new Verdict.Held("figures", claimed.size()));
        }
        return new Verdict(verdict.size(), verdict.root(), differs, held);
    }

    private static Verdict figures(Verdict verdict, FiguresAnew anew, RemoteLog log) {
        try {
            return withFigures(verdict, anew, log.trialBalance(verdict.size()));
        } catch (TlogException.Malformed e) {
            return new Verdict(verdict.size(), verdict.root(),
                    Optional.of(new Verdict.Defect("FIGURES_UNREADABLE", -1, -1, e.getMessage())), verdict.held());
        }
    }

    private int address(String address) throws IOException {
        long begin = System.nanoTime();
        // What the caller gives is read first: a fault in it says nothing about the ledger.
        Optional<VerifierKey> trusted = ledgerKey();
        List<VerifierKey> witnesses = witnesses();
        List<SignedCheckpoint> before = saved();
        try (RemoteLog log = new RemoteLog(address, credentials(), this::waits)) {
            VerifierKey key = trusted.isPresent() ? trusted.get() : log.ownKey();
            SignedCheckpoint signed = log.checkpoint();
            KeyChain keys = KeyChain.through(key, log.keyRotations());
            keys.verify(signed, witnesses, quorum);
            FiguresAnew anew = new FiguresAnew();
            ServedLogVerification verification = new ServedLogVerification(log, signed, ofTheLog(before, keys));
            Verdict verdict;
            try (Progress progress = Progress.of("Verifying", options.json())) {
                verdict = verification.run(figures ? anew : leaf -> {
                }, done -> progress.at(done, verification.size()));
            }
            if (figures && verdict.isSound()) {
                verdict = figures(verdict, anew, log);
            }
            return answer(verdict, key, begin);
        } catch (TlogException.Unproven e) {
            return unproven(e, begin);
        }
    }

    private void waits(int status, int seconds) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Texts.beside(VerifyCommand.class, language.locale()).say("verify.waits",
                Map.of("status", Integer.toString(status), "seconds", Integer.toString(seconds))));
        err.flush();
    }

    private int bundle(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NotFound("there is no bundle " + file);
        }
        if (saved.size() > 1) {
            throw new IllegalArgumentException("a bundle is compared with one checkpoint at a time");
        }
        Optional<SignedCheckpoint> before = saved().stream().findFirst();
        Trust trust = new Trust(ledgerKey(), witnesses(), quorum, before);
        BundleVerdict verdict;
        try (Progress progress = Progress.of("Verifying", options.json())) {
            verdict = BundleVerifier.verify(file, trust, progress::at);
        }
        VerifierTexts texts = VerifierTexts.in(language.locale(options.json()).getLanguage());
        PrintWriter out = spec.commandLine().getOut();
        out.println(options.json() ? VerdictReport.json(verdict, texts) : VerdictReport.text(verdict, texts));
        out.flush();
        return verdict.isSound() ? ExitCode.OK : ExitCode.NOT_SOUND;
    }

    private Optional<String> credentials() {
        if (user == null) {
            return Optional.empty();
        }
        String secret = password != null ? password : System.getenv("LEDGER_PASSWORD");
        if (secret == null) {
            throw new IllegalArgumentException("--user needs a password: LEDGER_PASSWORD, or --password");
        }
        return Optional.of(user + ":" + secret);
    }

    private Optional<VerifierKey> ledgerKey() {
        List<VerifierKey> ofLedgers = keys.stream().map(VerifierKey::parse)
                .filter(key -> key.type() == SignatureType.ED25519).toList();
        if (ofLedgers.size() > 1) {
            throw new IllegalArgumentException("--vkey: two keys of ledgers are given, one is needed");
        }
        return ofLedgers.stream().findFirst();
    }

    private List<VerifierKey> witnesses() {
        List<VerifierKey> witnesses = keys.stream().map(VerifierKey::parse)
                .filter(key -> key.type() == SignatureType.COSIGNATURE_V1).toList();
        if (quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "--quorum " + quorum + " needs the keys of as many witnesses (--vkey), not "
                            + witnesses.size());
        }
        return witnesses;
    }

    private List<SignedCheckpoint> saved() throws IOException {
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        for (Path file : saved) {
            if (!Files.exists(file)) {
                throw new NotFound("there is no checkpoint file " + file);
            }
            checkpoints.add(SavedCheckpoint.read(file));
        }
        return checkpoints;
    }

    /**
     * The saved checkpoints. One of another log is the caller's to replace; one of this name that no key leading to the present one
     * signed is a finding.
     */
    private List<Checkpoint> ofTheLog(List<SignedCheckpoint> before, KeyChain keys) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (SignedCheckpoint checkpoint : before) {
            try {
                checkpoints.add(keys.verify(checkpoint));
            } catch (TlogException.Unproven e) {
                String file = saved.get(checkpoints.size()).toString();
                String why = VerifierTexts.in(language.locale().getLanguage()).detail(e.getMessage());
                if (checkpoint.checkpoint().origin().equals(keys.current().name())) {
                    throw new TlogException.Unproven(file, language.say("verify.unlinked", Map.of("why", why)));
                }
                throw new IllegalArgumentException(language.say("verify.not-ours", Map.of("file", file, "why", why)),
                        e);
            }
        }
        return checkpoints;
    }

    private int answer(Verdict verdict, @Nullable VerifierKey key, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(Json.write(VerdictText.json(verdict, key, seconds)));
        } else {
            VerdictText.print(verdict, key, seconds, Texts.beside(VerifyCommand.class, language.locale()), out);
        }
        out.flush();
        return verdict.isSound() ? ExitCode.OK : ExitCode.NOT_SOUND;
    }
}
