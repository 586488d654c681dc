package org.aidledger.app.web;

import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages in a browser, as an auditor walks through them. Skipped where Debian's chromium and chromedriver are not installed. */
class BrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir private static Path profile;
    private static TestLedger served;
    private static ChromeDriver browser;
    private static String paid;

    @BeforeAll
    static void given_a_project_that_paid_an_advance() {
        assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "no browser: apt-get install chromium chromium-driver");
        served = TestLedger.demo();
        AidStory project = financed(served.as("officer"), "PRJ-1");
        paid = served.as("officer").posts(project.path("disbursements") + "?wait=projected", advance("60.50"))
                .thenStatus(201).at("/firstIndex");
        ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=1200,1400", "--accept-lang=vi", "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
            served.close();
        }
    }

    @AfterEach
    void then_nothing_was_asked_of_another_host_and_nothing_was_complained_of() {
        List<String> asked = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> new JsonMapper().readTree(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url")).map(JsonNode::asString)
                .filter(url -> !url.startsWith("data:") && !url.startsWith("chrome:")).toList();
        assertThat(asked).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(served.address() + "/"));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).extracting(LogEntry::getMessage).isEmpty();
    }

    private static void goes(String path) {
        browser.get(served.address() + path);
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private static void follows(String linkText) {
        leavesBy(browser.findElement(By.linkText(linkText)));
    }

    /** Clicks, and waits until the page that was clicked on is gone: a click does not always wait for what it starts. */
    private static void leavesBy(WebElement clicked) {
        WebElement left = browser.findElement(By.tagName("html"));
        clicked.click();
        new WebDriverWait(browser, Duration.ofSeconds(60)).until(ExpectedConditions.stalenessOf(left));
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> "complete".equals(browser.executeScript("return document.readyState")));
    }

    private static String figure(String measure) {
        return browser.findElement(By.xpath("//table//th[normalize-space()='" + measure + "']/../td")).getText();
    }

    @Test
    void an_auditor_goes_from_the_first_page_to_a_figure_and_on_to_the_event_behind_it() {
        goes("/?lang=en");
        assertThat(text("h1")).isEqualTo("Aid projects");
        follows("Clean water for schools");
        assertThat(figure("Disbursed")).isEqualTo("60.50");
        assertThat(figure("Approved, not yet disbursed")).isEqualTo("39.50");
        follows("39.50");
        assertThat(text("h1")).isEqualTo("Approved, not yet disbursed: 39.50 USD");
        follows("#" + paid);
        assertThat(text("hgroup p")).startsWith("60.50 USD paid as an advance");
        assertThat(text("pre")).contains("\"reason\" : \"Tạm ứng đợt 1\"");
    }

    @Test
    void a_vietnamese_browser_reads_vietnamese_and_may_switch() {
        goes("/projects/PRJ-1");
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo("vi");
        assertThat(text("h1")).isEqualTo("Nước sạch cho trường học");
        assertThat(figure("Đã giải ngân")).isEqualTo("60,50");
        assertThat(text("#e" + paid + " .sentence")).startsWith("Tạm ứng 60,50 USD");

        follows("English");

        assertThat(text("h1")).isEqualTo("Clean water for schools");
        assertThat(text("#e" + paid + " .sentence")).startsWith("60.50 USD paid as an advance");
    }

    @Test
    void the_form_asks_at_two_clocks_and_the_permanent_link_remembers_them() {
        goes("/projects/PRJ-1?lang=en");
        browser.findElement(By.name("known")).sendKeys(paid);
        leavesBy(browser.findElement(By.cssSelector(".clocks button")));

        assertThat(figure("Disbursed")).isEqualTo("0");
        assertThat(text(".reading")).contains("as known from the first " + paid + " events");
        assertThat(browser.findElements(By.id("e" + paid))).isEmpty();
        assertThat(browser.getCurrentUrl()).contains("known=" + paid);
        follows("Permanent link");
        assertThat(figure("Cash on hand")).isEqualTo("100");
        follows("Back to how it stands now");
        assertThat(figure("Cash on hand")).isEqualTo("39.50");
    }

    @Test
    void a_reader_of_screens_finds_headings_labels_and_table_headers() {
        for (String path : new String[] {"/?lang=vi", "/projects/PRJ-1?lang=vi",
            "/projects/PRJ-1/figures/received?currency=USD", "/events/0", "/deadlines", "/headline?from=2024-01-01",
            "/targets?lang=vi", "/projects/PRJ-none"}) {
            goes(path);
            if (path.endsWith("none")) { // the browser complains of the answer's status, which is right
                browser.manage().logs().get(LogType.BROWSER);
            }
            assertThat(browser.findElements(By.tagName("h1"))).as(path).hasSize(1);
            assertThat(browser.findElements(By.cssSelector("main, header, footer"))).as(path)
                    .hasSizeGreaterThanOrEqualTo(3);
            for (WebElement input : browser.findElements(By.cssSelector("input:not([type=hidden]), button"))) {
                assertThat(input.getAccessibleName()).as(path + " " + input.getDomProperty("outerHTML")).isNotBlank();
            }
            for (WebElement link : browser.findElements(By.tagName("a"))) {
                assertThat(link.getAccessibleName()).as(path + " " + link.getDomProperty("outerHTML")).isNotBlank();
            }
            assertThat(browser.findElements(By.cssSelector("table th:not([scope])"))).as(path).isEmpty();
        }
    }

    @Test
    void nothing_is_wider_than_a_telephone() throws IOException {
        browser.manage().window().setSize(new org.openqa.selenium.Dimension(500, 900));
        try {
            for (String path : new String[] {"/?lang=vi", "/projects/PRJ-1?lang=vi", "/events/0?lang=vi",
                "/deadlines?lang=vi&within=3660", "/headline?lang=vi&from=2024-01-01", "/targets?lang=vi"}) {
                goes(path);
                Number wide = (Number) browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(wide).as(path).isEqualTo(0L);
            }
        } finally {
            browser.manage().window().setSize(new org.openqa.selenium.Dimension(1200, 1400));
        }
        try (Stream<Path> kept = Files.list(profile)) {
            assertThat(kept).isNotEmpty();
        }
    }
}
