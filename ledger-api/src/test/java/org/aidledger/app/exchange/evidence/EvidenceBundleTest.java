package org.aidledger.app.exchange.evidence;

import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Problem;
import org.aidledger.tlog.evidence.Trust;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bundles as the ledger hands them out, and as they are after somebody had them. */
class EvidenceBundleTest {

    @TempDir private static Path folder;
    private static EvidenceLedger ledger;
    private static byte[] bundle;

    @BeforeAll
    static void given_a_bundle_of_a_project_that_paid() {
        ledger = new EvidenceLedger();
        bundle = ledger.bundle();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static BundleVerdict verdict(byte[] bytes, Trust trust) {
        try {
            Path file = Files.createTempFile(folder, "bundle", ".zip");
            Files.write(file, bytes);
            return BundleVerifier.verify(file, trust);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VerifierKey key() {
        return ledger.served.ledger().checkpoints().identity().verifierKey();
    }

    private static Trust trusting(SignedCheckpoint saved) {
        return new Trust(Optional.of(key()), List.of(), 0, Optional.of(saved));
    }

    private static List<String> codes(BundleVerdict verdict) {
        return verdict.problems().stream().map(Problem::code).toList();
    }

    @Test
    void a_bundle_proves_its_events_and_its_figures_to_who_has_the_key() {
        BundleVerdict verdict = verdict(bundle, new Trust(Optional.of(key()), List.of(), 0, Optional.empty()));

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.isSound()).isTrue();
        assertThat(verdict.keyTrusted()).isTrue();
        assertThat(verdict.events()).isEqualTo(7);
        assertThat(verdict.figures()).contains(
                new BundleVerdict.Figure("PRJ-1", "USD", "cashOnHand", "39.50", "39.50", true),
                new BundleVerdict.Figure("PRJ-1", "USD", "available", "39.50", "39.50", true));
        assertThat(verdict.figures()).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void the_same_request_at_the_same_checkpoint_gives_the_same_bytes() {
        assertThat(ledger.bundle()).isEqualTo(bundle);
        assertThat(new String(bundle, StandardCharsets.ISO_8859_1)).doesNotContain("/work/", "java.io.tmpdir");
    }

    @Test
    void figures_are_claimed_and_proved_at_the_clocks_asked_for() {
        Answer answer = ledger.served.as("auditor")
                .gets("/api/v1/evidence/projects/PRJ-1?effective=2024-03-15&known=" + (ledger.paid + 1))
                .thenStatus(200);
        BundleVerdict verdict = verdict(answer.bytes(), Trust.none());
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.figures()).contains(
                new BundleVerdict.Figure("PRJ-1", "USD", "cashOnHand", "100", "100", true));
        assertThat(answer.header("Content-Disposition")).contains("evidence-PRJ-1-");
    }

    @Test
    void an_inspections_bundle_shows_that_what_it_froze_is_still_the_beginning_of_the_log() {
        BundleVerdict verdict =
                verdict(ledger.served.as("auditor").gets("/api/v1/evidence/inspections/INS-1").thenStatus(200).bytes(),
                        Trust.none());
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.held()).extracting(Problem::code).contains("held.earlier");
        assertThat(verdict.figures()).as("what was pledged later is not in what was frozen")
                .contains(new BundleVerdict.Figure("PRJ-2", "USD", "pledgedIn", "7.12", "7.12", true));
    }

    @Test
    void a_periods_bundle_has_every_event_recorded_in_it() {
        String month = YearMonth.now(VietNam.ZONE).toString();
        BundleVerdict verdict =
                verdict(ledger.served.as("auditor").gets("/api/v1/evidence/periods/" + month).thenStatus(200).bytes(),
                        Trust.none());
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.events()).isEqualTo(ledger.served.ledger().gateway().reader().size());
        assertThat(verdict.figures()).extracting(BundleVerdict.Figure::measure).contains("PLEDGE_IN", "CASH");
        assertThat(ledger.served.as("auditor").gets("/api/v1/evidence/periods/2001-01").thenStatus(200).bytes())
                .satisfies(empty -> assertThat(verdict(empty, Trust.none()).problems()).isEmpty());
        ledger.served.as("officer").gets("/api/v1/evidence/periods/" + month).thenStatus(403);
        ledger.served.as("auditor").gets("/api/v1/evidence/periods/2024-05?last=2024-04").thenStatus(400);
    }

    @Test
    void what_is_not_there_is_refused_before_anything_is_written() {
        ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-none").thenProblem(404, "request.not-found");
        ledger.served.as("auditor").gets("/api/v1/evidence/inspections/INS-none").thenProblem(404,
                "request.not-found");
        ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1?since=nonsense").thenProblem(400,
                "request.wrong-parameter");
        ledger.served.anyone().gets("/api/v1/evidence/projects/PRJ-1").thenStatus(401);
    }

    @ParameterizedTest
    @EnumSource(TamperedBundle.class)
    void every_tampering_is_caught_and_the_first_bad_event_is_named(TamperedBundle tampered) {
        BundleVerdict verdict = verdict(tampered.of(bundle, ledger.paid), Trust.none());

        assertThat(verdict.isSound()).isFalse();
        assertThat(codes(verdict)).contains(tampered.code());
        Integer offset = tampered.firstBad();
        assertThat(verdict.firstBadIndex()).as(verdict.problems().toString())
                .isEqualTo(offset == null ? OptionalLong.empty() : OptionalLong.of(ledger.paid + offset));
        for (String language : List.of("vi", "en")) {
            verdict.problems().forEach(problem -> assertThat(VerifierTexts.in(language).say(problem))
                    .doesNotContain("{", problem.code()));
        }
    }

    @Test
    void a_bundle_signed_anew_by_another_is_caught_by_the_key_that_the_auditor_has() {
        byte[] forged = Tampering.of(bundle, t -> {
            SigningKey forger = SigningKey.ofSeed(new byte[32]);
            SignedCheckpoint real = SignedCheckpoint.parse(t.get("checkpoint"));
            byte[] signed = SignedCheckpoint.sign(real.checkpoint(), new NoteSigner("ledger.example/test", forger))
                    .toBytes();
            t.put("checkpoint", signed);
            for (long index = ledger.paid - 6; index <= ledger.paid; index++) {
                t.replace("proofs/" + index + ".tlog-proof", new String(real.toBytes(), StandardCharsets.UTF_8),
                        new String(signed, StandardCharsets.UTF_8));
            }
            t.sign(forger, "ledger.example/test");
        });
        assertThat(verdict(forged, Trust.none()).isSound()).as("by itself it fits together").isTrue();
        assertThat(codes(verdict(forged, new Trust(Optional.of(key()), List.of(), 0, Optional.empty()))))
                .contains("key.differs", "manifest.signature", "checkpoint.signature");
    }

    @Test
    void a_history_rewritten_by_the_operator_is_caught_by_a_saved_checkpoint_and_by_a_witness() {
        SigningKey operator = SigningKey.ofSeed(new byte[32]);
        Cosigner witness = new Cosigner("witness.example/w1", SigningKey.generate());
        try (TestLedger first = TestLedger.signedWith(operator);
                TestLedger rewritten = TestLedger.signedWith(operator)) {
            financed(first.as("officer"), "PRJ-1");
            SignedCheckpoint saved = first.ledger().checkpoints().latest();
            SignedCheckpoint cosigned = saved.with(witness.cosign(saved.note().text(), Instant.now()));
            var project = financed(rewritten.as("officer"), "PRJ-1");
            rewritten.as("officer").posts(project.path("disbursements") + "?wait=projected", advance("99"))
                    .thenStatus(201);
            VerifierKey same = rewritten.ledger().checkpoints().identity().verifierKey();
            byte[] evidence = rewritten.as("auditor").gets("/api/v1/evidence/projects/PRJ-1?since="
                    + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8)).thenStatus(200)
                    .bytes();

            assertThat(verdict(evidence, new Trust(Optional.of(same), List.of(), 0, Optional.empty())).isSound())
                    .as("nobody can tell without a checkpoint of before").isTrue();
            assertThat(codes(verdict(evidence, new Trust(Optional.of(same), List.of(), 0, Optional.of(saved)))))
                    .contains("saved.rewritten");
            assertThat(codes(verdict(evidence,
                    new Trust(Optional.of(same), List.of(witness.verifierKey()), 1, Optional.empty()))))
                    .contains("checkpoint.witnesses");
            assertThat(cosigned.verify(same, List.of(witness.verifierKey()), 1)).isEqualTo(saved.checkpoint());
        }
    }

    @Test
    void a_log_that_went_on_since_the_last_visit_is_shown_to_go_on() {
        SignedCheckpoint saved = ledger.served.ledger().checkpoints().latest();
        financed(ledger.served.as("officer"), "PRJ-3");
        ledger.served.as("officer").posts("/api/v1/projects/PRJ-3/pledges?wait=projected",
                "{\"direction\":\"IN\",\"donor\":{\"name\":\"B\"}," + money("1") + ",\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);
        byte[] later = ledger.bundle();
        assertThat(codes(verdict(later, trusting(saved)))).contains("saved.no-proof");
        byte[] since = ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1?since="
                + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8)).thenStatus(200).bytes();
        assertThat(verdict(since, trusting(saved)).problems()).isEmpty();
        assertThat(codes(verdict(bundle, trusting(ledger.served.ledger().checkpoints().latest()))))
                .contains("saved.larger");
        bundle = later;
    }

    @Test
    void the_jar_in_the_bundle_verifies_it_on_java_17_with_nothing_else() throws Exception {
        Path file = Files.write(folder.resolve("evidence.zip"), bundle);
        Path jar = folder.resolve("verifier.jar");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("verifier.jar")) {
                    Files.write(jar, zip.readAllBytes());
                }
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("report.vi.html", "report.en.html", "verify.html", "README.txt", "vkey");
        Path forged = Files.write(folder.resolve("forged.zip"), TamperedBundle.PAYLOAD.of(bundle, ledger.paid));

        assertThat(run(jar, file, "--vkey", key().toString())).startsWith("0 Sound");
        assertThat(run(jar, forged, "--lang", "vi")).startsWith("4 KHÔNG ĐÚNG")
                .contains("Sự kiện sai đầu tiên là " + ledger.paid);
        assertThat(run(jar, forged, "--json")).startsWith("4 {\"sound\":false,\"firstBadIndex\":" + ledger.paid);
        assertThat(run(jar, folder.resolve("none.zip"))).startsWith("5 ");
        assertThat(run(jar, file, "--vkey", "nonsense")).startsWith("2 ");
    }

    /** The exit code, and what was said. */
    private static String run(Path jar, Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java17(), "-Dfile.encoding=UTF-8", "-jar", jar.toString(),
                file.toString(), "--lang", "en"));
        command.addAll(List.of(options));
        Path said = Files.createTempFile(folder, "said", ".txt");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start()
                .waitFor();
        return exit + " " + Files.readString(said);
    }

    /** An installed Java 17 where there is one; else the one that runs this, which the class files suit as well. */
    private static String java17() {
        File[] homes =
                new File("/usr/lib/jvm").listFiles((parent, name) -> name.toLowerCase(Locale.ROOT).contains("17"));
        for (File home : homes == null ? new File[0] : homes) {
            Path java = home.toPath().resolve("bin/java");
            if (Files.isExecutable(java)) {
                return java.toString();
            }
        }
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Test
    void the_verifiers_classes_suit_java_17() throws IOException {
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(VerifierFiles.jar()))) {
            int classes = 0;
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                byte[] bytes = jar.readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    assertThat(bytes[7]).as(entry.getName()).isLessThanOrEqualTo((byte) 61);
                    classes++;
                }
                assertThat(entry.getName()).matches("META-INF/MANIFEST.MF|org/aidledger/tlog/.*");
            }
            assertThat(classes).isGreaterThan(40);
        }
    }
}
