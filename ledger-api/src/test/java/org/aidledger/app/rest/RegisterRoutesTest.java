package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The register, trails, postings and inspections, through HTTP. */
class RegisterRoutesTest {

    private static TestLedger served;
    private static Caller auditor;
    private static Caller officer;
    private static String paid;

    @BeforeAll
    static void given_a_project_that_paid_an_advance_and_seven_more_and_an_inspection() {
        served = TestLedger.closed();
        auditor = served.as("auditor");
        officer = served.as("officer");
        AidStory project = financed(officer, "PRJ-1");
        paid = officer.posts(project.path("disbursements"), advance("60.50")).thenStatus(201).at("/firstIndex");
        for (int i = 2; i < 9; i++) {
            registered(officer, "PRJ-" + i);
        }
        Caller inspector = served.as("inspector");
        inspector.posts("/api/v1/inspections",
                "{\"inspection\":\"INS-1\",\"title\":\"Hậu kiểm\",\"projects\":[\"PRJ-1\"],"
                        + "\"team\":[\"inspector\"],\"effectiveDate\":\"2024-05-01\"}")
                .thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-1/findings?wait=projected",
                "{\"project\":\"PRJ-1\",\"severity\":\"HIGH\","
                        + "\"text\":\"Thiếu chứng từ\"," + money("60").replace("money", "questioned") + ",\"cited\":["
                        + paid
                        + "],\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static List<String> ids(JsonNode page, String list, String id) {
        List<String> ids = new ArrayList<>();
        page.get(list).forEach(one -> ids.add(one.get(id).asString()));
        return ids;
    }

    @Test
    void the_portfolio_by_a_dimension_adds_up_to_the_totals() {
        Answer byKind = auditor.gets("/api/v1/portfolio?by=kind").thenStatus(200);
        Answer totals = auditor.gets("/api/v1/balances/totals").thenStatus(200);

        assertThat(byKind.at("/groups/0/value")).isEqualTo("EMERGENCY_RELIEF");
        assertThat(byKind.json().at("/groups/0/currencies")).isEqualTo(totals.json().at("/currencies"));
        assertThat(byKind.json().at("/groups")).hasSize(1);
        assertThat(auditor.gets("/api/v1/portfolio?by=colour").thenStatus(400).at("/detail")).contains("sector");
    }

    @Test
    void the_portfolio_by_province_says_which_list_its_codes_are_of() {
        Answer recorded = auditor.gets("/api/v1/portfolio?by=province").thenStatus(200);
        assertThat(recorded.at("/provinces")).isEqualTo("as-recorded");
        assertThat(recorded.at("/groups/0/value")).isEqualTo("24 Bắc Ninh (2025-07-01)");
        Answer since = auditor.gets("/api/v1/portfolio?by=province&provinces=2025").thenStatus(200);
        assertThat(since.at("/provinces")).isEqualTo("2025");
        assertThat(since.json().at("/groups")).isEqualTo(recorded.json().at("/groups"));
        assertThat(auditor.gets("/api/v1/portfolio/converted?by=province&provinces=2025&in=USD&rates=")
                .thenStatus(200).at("/groups/0/value")).isEqualTo("24 Bắc Ninh (2025-07-01)");
        assertThat(auditor.gets("/api/v1/portfolio?by=province&provinces=1975").thenStatus(400).at("/detail"))
                .contains("as-recorded");
    }

    @Test
    void projects_are_found_page_by_page_at_one_moment() {
        Answer first = auditor.gets(PROJECTS + "?pageSize=3").thenStatus(200);
        registered(officer, "PRJ-0late");

        Answer second = auditor.gets(PROJECTS + "?pageSize=3&cursor=" + first.at("/next")).thenStatus(200);
        Answer third = auditor.gets(PROJECTS + "?pageSize=3&cursor=" + second.at("/next")).thenStatus(200);

        assertThat(ids(first.json(), "projects", "id")).containsExactly("PRJ-1", "PRJ-2", "PRJ-3");
        assertThat(ids(second.json(), "projects", "id")).containsExactly("PRJ-4", "PRJ-5", "PRJ-6");
        assertThat(ids(third.json(), "projects", "id")).containsExactly("PRJ-7", "PRJ-8");
        assertThat(third.at("/next")).isEqualTo("null");
        assertThat(third.at("/count")).isEqualTo("8");
        assertThat(third.header("Known-At")).isEqualTo(first.header("Known-At"));
    }

    @Test
    void projects_are_searched_without_accents_at_an_earlier_number_of_events() {
        assertThat(ids(auditor.gets(PROJECTS + "?q=NUOC+sach+prj-7").json(), "projects", "id"))
                .containsExactly("PRJ-7");
        assertThat(auditor.gets(PROJECTS + "?known=1").at("/count")).isEqualTo("1");
        assertThat(auditor.gets(PROJECTS + "?q=nothing").at("/count")).isEqualTo("0");
    }

    @Test
    void a_projects_tag_is_what_a_command_takes() {
        Answer project = auditor.gets(PROJECTS + "/PRJ-2").thenStatus(200);

        assertThat(project.at("/titleVi")).isEqualTo("Nước sạch cho trường học");
        assertThat(project.at("/status")).isEqualTo("PLEDGED");
        assertThat(project.header("ETag")).isEqualTo("\"0\"");
        officer.with("If-Match", project.header("ETag")).posts(PROJECTS + "/PRJ-2/pledges?wait=projected",
                "{\"direction\":\"IN\",\"donor\":{\"name\":\"A\"}," + money("5") + ",\"effectiveDate\":\"2024-03-01\"}")
                .thenStatus(201);
        assertThat(auditor.gets(PROJECTS + "/PRJ-2").header("ETag")).isEqualTo("\"1\"");
        assertThat(auditor.gets(PROJECTS + "/PRJ-1?known=3").header("ETag")).isEqualTo("\"2\"");
        assertThat(auditor.with("If-None-Match", "\"1\"").gets(PROJECTS + "/PRJ-2").status()).isEqualTo(304);
    }

    @Test
    void a_trail_says_what_happened_in_the_language_asked_for() {
        Answer vietnamese = auditor.with("Accept-Language", "vi").gets(PROJECTS + "/PRJ-1/trail").thenStatus(200);
        Answer english = auditor.gets(PROJECTS + "/PRJ-1/trail").thenStatus(200);

        assertThat(english.at("/events/6/sentence")).startsWith("60.50 USD paid as an advance");
        assertThat(vietnamese.at("/events/6/sentence")).startsWith("Tạm ứng 60,50 USD");
        assertThat(english.at("/events/6/index")).isEqualTo(paid);
        assertThat(english.at("/events/6/actor")).isEqualTo("officer");
        assertThat(english.at("/events/6/reason")).isEqualTo("Tạm ứng đợt 1");
        assertThat(english.at("/events/6/effectiveDate")).isEqualTo("2024-04-01");
        assertThat(english.at("/events/6/bookingPeriod")).isEqualTo("2024-04");
        assertThat(english.at("/events/6/documents/0/reference")).isEqualTo("UNC-7");
        assertThat(english.at("/events/6/source")).isEqualTo("null");
        assertThat(english.at("/events/7/type")).isEqualTo("inspection.InspectionOpened");
        assertThat(english.header("ETag")).isNotEqualTo(vietnamese.header("ETag"));
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @Test
    void a_trail_is_paged_and_asked_at_two_clocks() {
        Answer first = auditor.gets(PROJECTS + "/PRJ-1/trail?pageSize=4&known=7").thenStatus(200);
        Answer second = auditor.gets(PROJECTS + "/PRJ-1/trail?pageSize=4&cursor=" + first.at("/next")).thenStatus(200);

        assertThat(ids(first.json(), "events", "index")).containsExactly("0", "1", "2", "3");
        assertThat(ids(second.json(), "events", "index")).containsExactly("4", "5", "6");
        assertThat(second.at("/next")).isEqualTo("null");
        assertThat(ids(auditor.gets(PROJECTS + "/PRJ-1/trail?effective=2024-03-15").json(), "events", "index"))
                .containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void a_figures_postings_add_up_to_it() {
        BigDecimal sum = BigDecimal.ZERO;
        String path = PROJECTS + "/PRJ-1/postings?measure=undisbursed&currency=USD&pageSize=1";
        String cursor = "";
        int pages = 0;
        while (!cursor.equals("null")) {
            Answer page = auditor.gets(path + "&cursor=" + cursor).thenStatus(200);
            for (JsonNode posting : page.json().get("postings")) {
                sum = sum.add(new BigDecimal(posting.get("counted").asString()));
            }
            cursor = page.at("/next");
            pages++;
        }
        assertThat(sum).isEqualByComparingTo("39.50");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void inspections_are_listed_and_told_in_full() {
        assertThat(auditor.gets("/api/v1/inspections").thenStatus(200).at("/inspections/0/findings")).isEqualTo("1");

        Answer inspection = auditor.gets("/api/v1/inspections/INS-1").thenStatus(200);

        assertThat(inspection.header("ETag")).isEqualTo("\"1\"");
        assertThat(inspection.at("/opened/fact/frozen/root")).matches("[0-9a-f]{64}");
        assertThat(inspection.at("/findings/0/fact/questioned/amount")).isEqualTo("60");
        assertThat(inspection.at("/findings/0/fact/cited/0")).isEqualTo(paid);
        assertThat(inspection.at("/concluded")).isEqualTo("null");
        auditor.gets("/api/v1/inspections/INS-9").thenProblem(404, "request.not-found");
    }

    @Test
    void what_cannot_be_read_is_refused_and_what_is_not_there_is_not_found() {
        for (String query : new String[] {"pageSize=0", "pageSize=501", "pageSize=x", "cursor=!", "cursor=eHh4",
            "known=x"}) {
            auditor.gets(PROJECTS + "?" + query).thenProblem(400, "request.wrong-parameter");
        }
        auditor.gets(PROJECTS + "/PRJ-1/trail?cursor=MTp4").thenProblem(400, "request.wrong-parameter");
        auditor.gets(PROJECTS + "/PRJ-1/postings?measure=luck&currency=USD").thenProblem(400,
                "request.wrong-parameter");
        auditor.gets(PROJECTS + "/PRJ-1/postings?measure=received").thenStatus(400);
        for (String path : new String[] {"/PRJ-9x", "/PRJ-9x/trail", "/PRJ-9x/postings?measure=received&currency=USD",
            "/PRJ-8?known=1"}) {
            auditor.gets(PROJECTS + path).thenProblem(404, "request.not-found");
        }
    }
}
