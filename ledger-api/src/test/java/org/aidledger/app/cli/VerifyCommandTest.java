package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.aidledger.app.exchange.evidence.CheckpointQr;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Photograph;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.app.testing.TroubledProxy;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./ledger verify} answers, and what it ends with, on addresses and bundles. */
class VerifyCommandTest {

    @TempDir private static Path folder;
    private static TestLedger served;
    private static Path bundle;

    @BeforeAll
    static void serve() throws IOException {
        served = TestLedger.closed();
        AidStory project = AidStory.financed(served.as("officer"), "PRJ-1");
        served.as("officer").posts(project.path("disbursements") + "?wait=projected", AidStory.advance("60.50"))
                .thenStatus(201);
        bundle = Files.write(folder.resolve("bundle.zip"),
                served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1").thenStatus(200).bytes());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String vkey() {
        return served.ledger().checkpoints().identity().verifierKey().toString();
    }

    /** The exit code, a space, and what was said. */
    @Test
    void a_ledger_at_an_address_is_verified_from_what_it_hands_out() throws IOException {
        SignedCheckpoint now = served.ledger().checkpoints().latest();
        Path saved = Files.write(folder.resolve("saved.txt"), now.toBytes());

        String answer = Cli.run("verify", served.address(), "--vkey", vkey(), "--user", "auditor", "--password=auditor",
                "--checkpoint", saved.toString(), "--figures", "--json");

        assertThat(answer).startsWith("0 ");
        JsonNode json = new JsonMapper().readTree(answer.substring(2));
        assertThat(json.get("sound").asBoolean()).isTrue();
        assertThat(json.get("events").asLong()).isEqualTo(now.checkpoint().size());
        assertThat(json.get("root").asString()).isEqualTo(now.checkpoint().root().base64());
        assertThat(json.get("held")).extracting(held -> held.get("code").asString()).containsExactly("checkpoint",
                "figures");
        assertThat(Cli.run("verify", served.address(), "--user", "officer", "--password=officer"))
                .startsWith("1 ").contains("to auditors only: give --user").doesNotContain("NOT SOUND");
    }

    @Test
    void an_address_with_another_key_or_too_few_witnesses_is_not_sound() {
        String other = new NoteSigner("ledger.example/test", SigningKey.generate()).verifierKey()
                .toString();
        assertThat(Cli.run("verify", served.address(), "--vkey", other)).startsWith("4 NOT SOUND")
                .contains("CHECKPOINT_UNPROVEN");
        String witness = new Cosigner("witness.example/w1", SigningKey.generate()).verifierKey().toString();
        assertThat(Cli.run("verify", served.address(), "--vkey", vkey(), "--vkey", witness, "--quorum", "1"))
                .startsWith("4 NOT SOUND").contains("0 known witnesses cosigned, 1 are needed");
    }

    private static String verify(TroubledProxy proxy) {
        return Cli.run("verify", proxy.address(), "--vkey", vkey(), "--user", "auditor", "--password=auditor",
                "--figures");
    }

    @Test
    void a_server_that_cannot_answer_now_is_no_finding() {
        for (int status : new int[] {429, 500, 502, 503}) {
            for (String path : List.of("/log/checkpoint", "/log/key-rotations", "/log/tile/0/", "/log/tile/entries/",
                    "/trial-balance")) {
                try (TroubledProxy proxy = TroubledProxy.answering(served, status, path)) {
                    assertThat(verify(proxy)).as("%d for %s", status, path).startsWith("69 ")
                            .contains("answered " + status, "try again later").doesNotContain("NOT SOUND");
                }
            }
        }
        try (TroubledProxy proxy = TroubledProxy.answering(served, 503, "/log/vkey")) {
            assertThat(Cli.run("verify", proxy.address())).startsWith("69 ");
        }
    }

    @Test
    void a_server_that_is_busy_is_asked_again_when_it_says_a_few_times() {
        for (int status : new int[] {429, 503}) {
            try (TroubledProxy proxy = TroubledProxy.busy(served, status, "/log/tile/entries/", 2, "1")) {
                long begin = System.nanoTime();
                assertThat(verify(proxy)).startsWith("0 ").contains("Sound",
                        "The server is busy (" + status + "); it is asked again in 1 s.");
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(2));
                assertThat(proxy.asked()).isEqualTo(3);
            }
            try (TroubledProxy proxy = TroubledProxy.answering(served, status, "/log/checkpoint")) {
                assertThat(verify(proxy)).startsWith("69 ");
                assertThat(proxy.asked()).isEqualTo(5);
            }
        }
        try (TroubledProxy proxy = TroubledProxy.answering(served, 500, "/log/checkpoint")) {
            assertThat(verify(proxy)).startsWith("69 ").doesNotContain("busy");
            assertThat(proxy.asked()).isEqualTo(1);
        }
    }

    @Test
    void a_busy_server_is_waited_for_a_bounded_time_and_the_answer_stays_alone_on_its_stream() throws IOException {
        for (String retryAfter : List.of("3600", "Wed, 21 Oct 2015 07:28:00 GMT")) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            CommandLine line = LedgerCommandLine.commandLine();
            line.setOut(new PrintWriter(out));
            line.setErr(new PrintWriter(err));
            try (TroubledProxy proxy = TroubledProxy.busy(served, 503, "/log/checkpoint", 1, retryAfter)) {
                assertThat(line.execute("verify", proxy.address(), "--vkey", vkey(), "--user", "auditor",
                        "--password=auditor", "--json", "--lang", "vi")).isZero();
            }
            assertThat(new JsonMapper().readTree(out.toString()).get("sound").asBoolean()).isTrue();
            assertThat(err.toString()).isEqualToIgnoringNewLines("Máy chủ đang bận (503); sẽ hỏi lại sau "
                    + (retryAfter.equals("3600") ? 5 : 2) + " giây.");
        }
    }

    @Test
    void figures_that_are_behind_the_log_are_no_finding() {
        try (TroubledProxy proxy = TroubledProxy.asking(served, path -> path.replaceFirst("known=.*", "known=1"))) {
            assertThat(verify(proxy)).startsWith("69 ").contains("do not hold all").doesNotContain("NOT SOUND");
        }
    }

    @Test
    void a_server_that_has_not_what_its_own_checkpoint_covers_is_not_sound() {
        try (TroubledProxy proxy = TroubledProxy.answering(served, 404, "/log/tile/0/")) {
            assertThat(verify(proxy)).startsWith("4 NOT SOUND").contains("TILE_MISSING", "answered 404");
        }
        try (TroubledProxy proxy = TroubledProxy.answering(served, 404, "/log/tile/entries/")) {
            assertThat(verify(proxy)).startsWith("4 NOT SOUND").contains("BUNDLE_UNREADABLE", "answered 404");
        }
    }

    @Test
    void an_address_without_a_ledger_is_no_finding() {
        for (String path : List.of("/log/checkpoint", "/trial-balance")) {
            for (int status : new int[] {404, 200}) {
                try (TroubledProxy proxy = TroubledProxy.answering(served, status, path)) {
                    assertThat(verify(proxy)).as("%d for %s", status, path).startsWith("5 ")
                            .contains("there is no ledger at " + proxy.address()).doesNotContain("NOT SOUND");
                }
            }
        }
        try (TroubledProxy proxy = TroubledProxy.answering(served, 404, "/log/key-rotations")) {
            assertThat(verify(proxy)).as("a server from before keys could change").startsWith("0 Sound");
        }
    }

    @Test
    void what_the_caller_gives_wrongly_says_nothing_about_the_ledger() throws IOException {
        assertThat(Cli.run("verify", served.address(), "--vkey", "nonsense")).startsWith("2 ")
                .doesNotContain("NOT SOUND");
        assertThat(Cli.run("verify", served.address(), "--vkey", vkey(), "--quorum", "1")).startsWith("2 ")
                .contains("needs the keys of as many witnesses");
        Checkpoint latest = served.ledger().checkpoints().latest().checkpoint();
        SignedCheckpoint foreign = SignedCheckpoint.sign(
                new Checkpoint("elsewhere.example/log", latest.size(), latest.root(), latest.extensions()),
                new NoteSigner("elsewhere.example/log", SigningKey.generate()));
        Path file = Files.write(folder.resolve("foreign.txt"), foreign.toBytes());
        assertThat(Cli.run("verify", served.address(), "--checkpoint", file.toString(), "--lang", "en"))
                .startsWith("2 ")
                .contains("foreign.txt shows nothing about this ledger", "(--vkey)").doesNotContain("NOT SOUND");
        assertThat(Cli.run("verify", served.address(), "--checkpoint", file.toString(), "--lang", "vi"))
                .contains("không nói gì về sổ cái này");
    }

    @Test
    void a_saved_checkpoint_of_this_name_that_no_key_of_it_signed_is_a_finding() throws IOException {
        Checkpoint latest = served.ledger().checkpoints().latest().checkpoint();
        SignedCheckpoint unlinked =
                SignedCheckpoint.sign(latest, new NoteSigner(latest.origin(), SigningKey.generate()));
        Path file = Files.write(folder.resolve("unlinked.txt"), unlinked.toBytes());
        assertThat(Cli.run("verify", served.address(), "--checkpoint", file.toString(), "--lang", "en"))
                .startsWith("4 NOT SOUND").contains("CHECKPOINT_UNPROVEN", "another history was put in its place");
    }

    @Test
    void figures_that_are_none_are_not_sound() {
        long size = served.ledger().checkpoints().latest().checkpoint().size();
        try (TroubledProxy proxy = TroubledProxy.answering(served, 200, "/trial-balance", """
                {"at":{"known":%d},"accounts":[{"currency":"USD","account":"ASSETS","amount":"much"}]}"""
                .formatted(size))) {
            assertThat(verify(proxy)).startsWith("4 NOT SOUND").contains("FIGURES_UNREADABLE");
        }
    }

    @Test
    void an_address_that_went_over_to_a_new_key_is_verified_with_the_old_one() throws IOException {
        try (TestLedger rotated = TestLedger.closed()) {
            AidStory.registered(rotated.as("officer"), "PRJ-1");
            Path before = Files.write(folder.resolve("before.txt"),
                    rotated.ledger().checkpoints().latest().toBytes());
            String old = rotated.ledger().checkpoints().identity().verifierKey().toString();
            rotated.ledger().checkpoints().rotateKey();
            AidStory.registered(rotated.as("officer"), "PRJ-2");
            String fresh = rotated.ledger().checkpoints().identity().verifierKey().toString();

            for (String key : List.of(old, fresh)) {
                assertThat(
                        Cli.run("verify", rotated.address(), "--vkey", key, "--user", "auditor", "--password=auditor",
                                "--checkpoint", before.toString()))
                        .startsWith("0 Sound");
            }
        }
    }

    @Test
    void a_bundle_is_verified_wherever_it_came_from() throws IOException {
        assertThat(Cli.run("verify", bundle.toString(), "--vkey", vkey())).startsWith("0 Sound");
        assertThat(Cli.run("verify", bundle.toString(), "--vkey", vkey(), "--lang", "vi")).startsWith("0 Đúng");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.zip"), bytes);
        assertThat(Cli.run("verify", changed.toString(), "--json")).startsWith("4 {\"sound\":false");
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 9));
        assertThat(Cli.run("verify", cut.toString(), "--lang", "vi")).startsWith("4 KHÔNG ĐÚNG")
                .contains("(tệp nén): nó không kết thúc bằng mục lục mà một gói có");
        assertThat(Cli.run("verify", bundle.toString(), "--checkpoint", folder.resolve("none").toString()))
                .startsWith("5 ");
    }

    @Test
    void a_saved_checkpoint_may_be_a_picture_of_its_code() throws IOException {
        String image = CheckpointQr.image(served.ledger().checkpoints().latest());
        Path picture = Files.write(folder.resolve("saved-picture"),
                Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1)));
        assertThat(Cli.run("verify", served.address(), "--vkey", vkey(), "--user", "auditor", "--password=auditor",
                "--checkpoint", picture.toString())).startsWith("0 Sound");
        Path blank = Files.write(folder.resolve("blank"),
                Photograph.png(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY)));
        assertThat(Cli.run("verify", bundle.toString(), "--checkpoint", blank.toString(), "--lang", "en"))
                .startsWith("2 ledger: No QR code can be read in the picture");
        assertThat(Cli.run("verify", bundle.toString(), "--checkpoint", blank.toString(), "--lang", "vi"))
                .startsWith("2 ledger: Không đọc được mã QR nào trong ảnh");
    }

    @Test
    void what_is_not_understood_not_there_or_out_of_reach_ends_with_a_code_of_its_own() {
        assertThat(Cli.run("verify", folder.resolve("none.zip").toString())).startsWith("5 ").contains("none.zip");
        assertThat(Cli.run("verify", "http://127.0.0.1:1")).startsWith("69 ").contains("cannot be reached");
        assertThat(Cli.run("verify", bundle.toString(), "--vkey", "nonsense")).startsWith("2 ");
        assertThat(Cli.run("verify", "http://")).startsWith("2 ");
        assertThat(Cli.run("verify", served.address(), "--user", "auditor")).startsWith("2 ")
                .contains("LEDGER_PASSWORD");
        assertThat(Cli.run("verify", "--help")).startsWith("0 ").contains("evidence bundle");
    }
}
