package org.aidledger.app.web;

import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as text; {@link BrowserTest} looks at them. */
class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    private static TestLedger served;
    private static Caller anyone;
    private static long paid;

    @BeforeAll
    static void given_a_project_with_an_advance_one_without_cash_and_thirty_more() {
        served = TestLedger.demo();
        anyone = served.anyone().with("Accept", "text/html");
        Caller officer = served.as("officer");
        AidStory project = financed(officer, "PRJ-1");
        paid = officer.posts(project.path("disbursements"), advance("60.50")).thenStatus(201).json().get("firstIndex")
                .longValue();
        for (int i = 10; i < 40; i++) {
            registered(officer, "PRJ-" + i);
        }
        officer.posts("/api/v1/projects/PRJ-10/pledges?way=reported&wait=projected",
                "{\"direction\":\"OUT\",\"donor\":{\"name\":\"" + HOSTILE + "\"}," + money("7.12345")
                        + ",\"effectiveDate\":\"2025-01-01\"}")
                .thenStatus(201);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String page(String path) {
        Answer answer = anyone.gets(path).thenStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.text()).doesNotContain("??").doesNotContain("<script");
        return answer.text();
    }

    private static String href(String page, String text) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\"[^>]*>" + Pattern.quote(text)).matcher(page);
        assertThat(link.find()).as(text + " in " + page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void the_first_page_lists_projects_and_totals() {
        String page = page("/?lang=en");

        assertThat(page).contains("Clean water for schools", "PRJ-1", "Under way", "Totals by currency", ">60.50<",
                ">39.50<");
        assertThat(page).contains("href=\"/projects/PRJ-1?lang=en\"");
    }

    @Test
    void the_language_follows_the_browser_and_the_address_comes_first() {
        assertThat(anyone.with("Accept-Language", "vi-VN,vi;q=0.9,en;q=0.5").gets("/").text())
                .contains("<html lang=\"vi\"", "Sổ cái viện trợ", "60,50");
        assertThat(anyone.with("Accept-Language", "fr-FR,vi;q=0.5").gets("/").text()).contains("<html lang=\"vi\"");
        assertThat(anyone.with("Accept-Language", "fr").gets("/").text()).contains("<html lang=\"en\"");
        assertThat(anyone.with("Accept-Language", "vi").gets("/?lang=en").text()).contains("<html lang=\"en\"");
        assertThat(anyone.gets("/?lang=xx").text()).contains("<html lang=\"en\"");
        assertThat(page("/projects/PRJ-1?lang=vi")).contains("Nước sạch cho trường học", "Số dư", "Dấu vết kiểm toán",
                "Tạm ứng 60,50 USD", "hreflang=\"en\"");
    }

    @Test
    void projects_are_found_without_accents_and_paged() {
        assertThat(page("/?q=nuoc+sach+PRJ-37")).contains("PRJ-37").doesNotContain("PRJ-36<");
        assertThat(page("/?q=nothing+like+it")).contains("No project matches “nothing like it”");
        String first = page("/?lang=en");
        String second = page(href(first, "Next page"));
        assertThat(first).contains("PRJ-10<").doesNotContain("PRJ-39<");
        assertThat(second).contains("PRJ-39<").doesNotContain("PRJ-10<");
        assertThat(page(href(second, "First page"))).contains("PRJ-10<");
    }

    @Test
    void the_portfolio_is_grouped_by_a_dimension_at_the_page_s_clocks() {
        String byDonor = page(href(page("/?lang=en"), "The whole portfolio"));
        assertThat(byDonor).contains(">100<", ">60.50<", "Grouped by");
        String byKind = page(href(byDonor, "Kind of aid"));
        assertThat(byKind).contains(">Emergency relief<", ">100<").contains("aria-current=\"page\">Kind of aid");
        assertThat(page("/portfolio?by=kind&known=0&lang=vi")).contains("Chưa có khoản tiền nào được ghi nhận.");
        String byProvince = page("/portfolio?by=province&lang=vi");
        assertThat(byProvince).contains("24 Bắc Ninh (2025-07-01)", "aria-current=\"page\">Tỉnh như đã ghi nhận");
        assertThat(page(href(byProvince, "Theo 34 tỉnh, thành phố từ 01/7/2025")))
                .contains("24 Bắc Ninh (2025-07-01)", "name=\"provinces\" value=\"2025\"");
        assertThat(page("/portfolio?by=nonsense&lang=en")).contains("aria-current=\"page\">Donor");
    }

    @Test
    void a_project_shows_balances_cash_facts_and_trail() {
        String page = page("/projects/PRJ-1?lang=en");

        assertThat(page).contains(">100<", ">60.50<", ">39.50<", "bidv-usd", "Đối tác A", "UNC-7", "Tạm ứng đợt 1",
                "60.50 USD paid as an advance", "id=\"e" + paid + "\"");
        assertThat(page).contains("True on", "Recorded", "Booked in", "days later", "officer", "decided here");
    }

    @Test
    void what_is_not_recorded_is_said_in_words() {
        assertThat(page("/projects/PRJ-10?lang=en")).contains("not recorded", "That is not the same as zero", "7.12345",
                "reported");
        assertThat(page("/projects/PRJ-10?lang=vi")).contains("không ghi nhận", "không có nghĩa là bằng không",
                "7,12345");
    }

    @Test
    void the_two_clocks_change_the_figures_and_the_trail() {
        String known = page("/projects/PRJ-1?lang=en&known=" + paid);
        assertThat(known).doesNotContain("id=\"e" + paid + "\"").doesNotContain("60.50")
                .contains("as known from the first " + paid + " events").contains("Back to how it stands now");

        String effective = page("/projects/PRJ-1?lang=en&effective=2024-03-15");
        assertThat(effective).contains("What was true up to 2024-03-15").doesNotContain("60.50");
        assertThat(page("/?lang=en&known=0")).contains("No project is registered at these clocks",
                "before anything was recorded");
    }

    @Test
    void the_permanent_link_carries_the_number_and_gives_the_same_page() {
        String page = page("/projects/PRJ-1?lang=en&effective=2024-12-31");
        long size = served.ledger().gateway().reader().size();

        String permanent = href(page, "Permanent link");

        assertThat(permanent).isEqualTo("/projects/PRJ-1?effective=2024-12-31&lang=en&known=" + size);
        assertThat(page(permanent)).contains(">39.50<", served.ledger().published().root(size).base64());
    }

    @Test
    void a_figure_leads_to_its_postings_and_they_to_their_events() {
        String page = page("/projects/PRJ-1?lang=en");

        String figure = page(href(page, "39.50"));
        assertThat(figure).contains("Approved, not yet disbursed", ">100<", ">-60.50<", ">39.50<");

        String event = page(href(figure, "#" + paid));
        assertThat(event).contains("60.50 USD paid as an advance", "aid.FundsDisbursed",
                "&quot;actor&quot; : &quot;officer&quot;",
                "href=\"/log/proof/" + paid + "\"");
        assertThat(page("/projects/PRJ-1/figures/cashOnHand?currency=USD")).contains("bidv-usd");
    }

    @Test
    void clocks_that_cannot_be_read_are_left_out_and_complained_of() {
        String page = page("/projects/PRJ-1?lang=en&effective=31.12.2024&known=yesterday");
        assertThat(page).contains("The date “true up to” cannot be read", "“Known up to” cannot be read",
                "value=\"yesterday\"",
                "aria-invalid=\"true\"", ">39.50<");
    }

    @Test
    void what_nobody_can_have_meant_is_refused_and_never_a_failure() {
        for (String path : new String[] {"/?q=%00", "/?after=%00", "/donors?q=a%00b", "/headline?rates=%00"}) {
            assertThat(anyone.gets(path).thenStatus(400).text()).as(path).contains("This address cannot be read");
        }
        served.as("auditor").gets("/api/v1/projects?q=%00").thenStatus(400);
        for (String year : new String[] {"%2B999999998", "-999999999"}) {
            assertThat(page("/projects/PRJ-1?lang=en&effective=" + year + "-01-01&known=" + year + "-01-01"))
                    .contains("The date “true up to” cannot be read", "“Known up to” cannot be read", ">39.50<");
            assertThat(page("/headline?lang=en&in=a%0Ab&from=" + year + "-01-01&to=" + year + "-01-01"))
                    .contains("The first day cannot be read", "The last day cannot be read",
                            "The currency cannot be read");
        }
        assertThat(page("/portfolio?lang=en&in=a%0Ab")).contains("nothing is converted");
    }

    @Test
    void a_figure_without_an_account_is_not_recorded_and_not_zero() {
        assertThat(page("/projects/PRJ-10/figures/cashOnHand?currency=USD&lang=en")).contains("not recorded")
                .doesNotContain("0 USD");
    }

    @Test
    void a_figure_of_many_postings_goes_on_with_what_is_carried_forward() {
        String pledge = "<transaction><transaction-type code='13'/><transaction-date iso-date='2023-02-01'/>"
                + "<value value-date='2023-02-01'>1</value></transaction>";
        served.as("officer").with("Content-Type", "application/xml").posts("/api/v1/imports?name=many.xml", ("""
                <iati-activities version="2.03"><iati-activity default-currency="USD">
                <iati-identifier>XM-MANY-1</iati-identifier><reporting-org ref="XM-MANY" type="21"><narrative>M</narrative>
                </reporting-org><title><narrative>Pledged often</narrative></title><description><narrative>d</narrative>
                </description><participating-org role="4" type="21" ref="XM-MANY"/><activity-status code="2"/>
                <activity-date type="2" iso-date="2023-01-01"/>""" + pledge.repeat(501)
                + "</iati-activity></iati-activities>").getBytes(StandardCharsets.UTF_8)).thenStatus(201);
        served.ledger().views().awaitIndex(served.ledger().gateway().reader().size() - 1, Duration.ofSeconds(30));
        String project = page(href(page("/?q=often&lang=en"), "Pledged often"));

        String first = page(href(project, "501"));
        assertThat(first).contains("<span class=\"amount\">501 USD</span>", ">500</td>")
                .doesNotContain("Carried forward");
        String next = page(href(first, "Next page"));
        assertThat(next).contains("Carried forward", ">500</td>", ">501</td>").doesNotContain("Next page");
    }

    @Test
    void what_people_wrote_is_shown_and_never_run() {
        assertThat(page("/projects/PRJ-10?lang=en")).contains("&lt;script&gt;alert(1)");
        assertThat(page("/?q=%3Cscript%3Ealert(1)%3C/script%3E")).contains("&lt;script&gt;");
        assertThat(anyone.gets("/projects/%3Cscript%3E").thenStatus(404).text()).doesNotContain("<script");
    }

    @Test
    void what_is_not_there_is_said_with_where_to_go_on() {
        for (String path : new String[] {"/projects/PRJ-999", "/nowhere", "/projects/PRJ-1/figures/none?currency=USD",
            "/projects/PRJ-1/figures/available?currency=USD", "/events/9999", "/projects/PRJ-1?known=0"}) {
            Answer answer = served.as("auditor").with("Accept", "text/html").gets(path).thenStatus(404);
            assertThat(answer.text()).contains("There is nothing here", "To the projects").doesNotContain("??");
        }
        assertThat(anyone.gets("/events/x").thenStatus(400).text()).contains("This address cannot be read");
        assertThat(anyone.gets("/projects/PRJ-1/figures/received").thenStatus(400).text())
                .contains("This address cannot be read");
        assertThat(anyone.gets("/api/v1/projects").thenStatus(401).text()).contains("A login is needed");
        assertThat(anyone.with("Accept-Language", "vi").gets("/projects/PRJ-999").text())
                .contains("Không có gì tại đây");
    }

    @Test
    void pages_and_their_parts_come_from_here_alone() {
        String page = page("/");
        Matcher address = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"").matcher(page);
        while (address.find()) {
            assertThat(address.group(1)).matches("/(?!/).*|#.*|data:,");
        }
        for (String part : new String[] {"/style.css", "/webjars/picocss__pico/2.1.1/css/pico.min.css"}) {
            Answer answer = anyone.gets(part).thenStatus(200);
            assertThat(answer.header("Content-Type")).startsWith("text/css");
            assertThat(answer.header("Cache-Control")).contains("max-age=3600");
            assertThat(answer.text()).doesNotContain("@import").doesNotContainPattern("url\\((?!\"?data:)");
        }
    }
}
