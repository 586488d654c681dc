package org.aidledger.app.exchange.evidence;

import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that goes with every bundle, opened from a file in a browser without a network. Skipped where there is none. */
class VerifierPageTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir private static Path folder;
    private static EvidenceLedger ledger;
    private static byte[] bundle;
    private static Path page;
    private static ChromeDriver browser;

    @BeforeAll
    static void given_the_page_of_a_bundle_and_a_browser_that_is_offline() throws IOException {
        assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "no browser: apt-get install chromium chromium-driver");
        ledger = new EvidenceLedger();
        bundle = ledger.bundle();
        page = Files.write(folder.resolve("verify.html"), member("verify.html"));
        ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--accept-lang=en", "--user-data-dir=" + folder.resolve("profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options);
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
            ledger.close();
        }
    }

    @AfterEach
    void then_the_page_asked_for_nothing_and_complained_of_nothing() {
        List<String> asked = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> new JsonMapper().readTree(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url")).map(JsonNode::asString)
                .filter(url -> !url.startsWith("data:") && !url.startsWith("chrome:")).toList();
        assertThat(asked).allSatisfy(url -> assertThat(url).startsWith("file:").contains("verify.html"));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).extracting(LogEntry::getMessage).isEmpty();
    }

    private static byte[] member(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalStateException("no " + name);
    }

    private static Path verifies(byte[] bytes, String language, String keys, String saved) throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        Files.write(file, bytes);
        browser.get(page.toUri() + "?lang=" + language);
        browser.findElement(By.id("bundle")).sendKeys(file.toString());
        enter("keys", keys);
        enter("saved", saved);
        browser.findElement(By.cssSelector("form button")).click();
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> "yes".equals(driver.findElement(By.id("verdict")).getDomAttribute("data-done")));
        return file;
    }

    /** Pasted, as people do: typing line by line would be slow. */
    private static void enter(String field, String text) {
        browser.executeScript("document.getElementById(arguments[0]).value = arguments[1]", field, text);
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private static List<String> codes(String list) {
        return browser.findElements(By.cssSelector("#" + list + " li")).stream()
                .map(item -> item.getDomAttribute("data-code")).toList();
    }

    @Test
    void a_good_bundle_is_sound_and_its_figures_are_computed_anew_in_both_languages() throws IOException {
        String key = ledger.served.ledger().checkpoints().identity().verifierKey().toString();
        String saved = ledger.served.ledger().checkpoints().latest().note().toString();

        verifies(bundle, "en", key, saved);

        assertThat(text("#verdict h2")).startsWith("Sound:");
        assertThat(text("#trust")).isEqualTo("Checked with the key that you gave.");
        assertThat(codes("held")).contains("held.bundle", "held.earlier", "held.figures", "held.documents");
        assertThat(browser.findElement(By.cssSelector("tr[data-measure=cashOnHand]")).getText())
                .isEqualTo("PRJ-1 Cash on hand 39.50 39.50 USD");
        assertThat(text("#verdict dl")).contains(BundleVerifier
                .fingerprint(ledger.served.ledger().checkpoints().identity().verifierKey()));
        browser.findElement(By.id("language")).click();
        assertThat(text("#verdict h2")).startsWith("Đúng:");
        assertThat(browser.findElement(By.cssSelector("tr[data-measure=cashOnHand]")).getText()).contains("39,50");

        verifies(bundle, "vi", "", "");
        assertThat(text("h1")).isEqualTo("Kiểm chứng gói bằng chứng");
        assertThat(text("#trust")).startsWith("Bạn chưa đưa khóa nào");
    }

    @ParameterizedTest
    @EnumSource(TamperedBundle.class)
    void every_tampering_is_caught_as_the_java_verifier_catches_it(TamperedBundle tampered) throws IOException {
        byte[] bytes = tampered.of(bundle, ledger.paid);
        for (String language : List.of("vi", "en")) {
            Path file = verifies(bytes, language, "", "");

            BundleVerdict verdict = BundleVerifier.verify(file, Trust.none());
            assertThat(text("#verdict h2")).startsWith(language.equals("vi") ? "KHÔNG ĐÚNG" : "NOT SOUND");
            assertThat(codes("problems")).containsExactlyInAnyOrderElementsOf(
                    verdict.problems().stream().map(problem -> problem.code()).toList());
            List<WebElement> firstBad = browser.findElements(By.id("first-bad"));
            verdict.firstBadIndex().ifPresentOrElse(
                    index -> assertThat(firstBad.getFirst().getText()).endsWith(" " + index + "."),
                    () -> assertThat(firstBad).isEmpty());
        }
    }

    @Test
    void a_bundle_made_after_the_ledger_went_over_to_a_new_key_is_sound_for_who_has_the_old_one() throws IOException {
        SigningKey old = SigningKey.ofSeed(new byte[32]);
        try (TestLedger served = TestLedger.signedWith(old)) {
            registered(served.as("officer"), "PRJ-1");
            var checkpoints = served.ledger().checkpoints();
            String before = checkpoints.latest().note().toString();
            String oldKey = checkpoints.identity().verifierKey().toString();
            checkpoints.rotateKey();
            registered(served.as("officer"), "PRJ-2");
            byte[] after = served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1?since="
                    + URLEncoder.encode(before, StandardCharsets.UTF_8)).thenStatus(200).bytes();

            for (String key : List.of(oldKey, checkpoints.identity().verifierKey().toString(), "")) {
                verifies(after, "vi", key, before);
                assertThat(text("#verdict h2")).as(text("#verdict")).startsWith("Đúng:");
                assertThat(codes("held")).contains("held.rotation", "held.earlier");
            }
            byte[] forged = Tampering.of(after, t -> {
                SignedCheckpoint now = SignedCheckpoint.parse(t.get("checkpoint"));
                t.put("checkpoint", SignedCheckpoint.sign(now.checkpoint(),
                        new NoteSigner("ledger.example/test", old)).toBytes());
                t.sign(old, "ledger.example/test");
            });
            verifies(forged, "en", oldKey, "");
            assertThat(codes("problems")).contains("checkpoint.signature");
            byte[] without = Tampering.of(after, t -> t.remove("key-rotations"));
            verifies(without, "en", oldKey, "");
            assertThat(codes("problems")).contains("key.differs", "checkpoint.signature", "member.missing");
        }
    }

    @Test
    void the_proof_files_of_a_figure_and_of_a_closed_month_are_verified_as_the_java_verifier_does() throws IOException {
        byte[] figure = ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1/figures/USD/cashOnHand")
                .thenStatus(200).bytes();
        byte[] sealed;
        try (TestLedger other = TestLedger.closed()) {
            sealed = new SealedMonth(other).bundle();
        }
        for (byte[] good : List.of(figure, sealed)) {
            BundleVerdict verdict = BundleVerifier.verify(verifies(good, "en", "", ""), Trust.none());
            assertThat(text("#verdict h2")).as(text("#verdict")).startsWith("Sound:");
            assertThat(text("#omission")).contains("only the ledger's signature over this bundle says");
            assertThat(codes("held")).containsExactlyInAnyOrderElementsOf(
                    verdict.held().stream().map(problem -> problem.code()).toList());
            assertThat(browser.findElements(By.cssSelector("#figures tbody tr"))).hasSameSizeAs(verdict.figures());
        }
        for (byte[] bad : List.of(Tampering.of(figure, t -> t.replace("figures.json", "39.50", "93.50")),
                Tampering.of(sealed, t -> t.replace("sheet.txt", "100.5", "100")),
                Tampering.of(sealed, t -> t.replace("bundle.json", "2024-01", "2024-02")),
                Tampering.of(sealed, t -> t.put("sheet.txt", new byte[] {'x'})))) {
            BundleVerdict verdict = BundleVerifier.verify(verifies(bad, "vi", "", ""), Trust.none());
            assertThat(codes("problems")).isNotEmpty().containsExactlyInAnyOrderElementsOf(
                    verdict.problems().stream().map(problem -> problem.code()).toList());
        }
    }

    @Test
    void another_key_and_a_checkpoint_of_another_history_are_told() throws IOException {
        var forger = new NoteSigner("ledger.example/test",
                SigningKey.ofSeed(new byte[32]));
        verifies(bundle, "en", forger.verifierKey().toString(), "");
        assertThat(codes("problems")).contains("key.differs", "manifest.signature", "checkpoint.signature");

        verifies(bundle, "en", "nonsense", "");
        assertThat(text("#progress")).startsWith("What you entered cannot be read");

        var real = ledger.served.ledger().checkpoints();
        var other = SignedCheckpoint.sign(
                new Checkpoint(real.identity().origin(), real.latest().checkpoint().size(),
                        TreeHasher.EMPTY_ROOT),
                real.identity().signer());
        verifies(bundle, "en", "", other.note().toString());
        assertThat(codes("problems")).containsExactly("saved.rewritten");
    }
}
