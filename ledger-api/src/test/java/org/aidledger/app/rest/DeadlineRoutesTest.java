package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.rules.RuleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is due and overdue, entered and asked through the interface, by a deployment's own rule file. */
class DeadlineRoutesTest {

    @TempDir static Path rules;

    private static TestLedger served;
    private static Caller officer;

    @BeforeAll
    static void serve_a_deployment_that_has_set_two_more_terms() throws IOException {
        try (InputStream shipped = Objects.requireNonNull(
                RuleFiles.class.getResourceAsStream("decree-80-2020.yaml"))) {
            Files.writeString(rules.resolve("decree-80-2020.yaml"),
                    new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replace("deadlines:\n",
                            "deadlines:\n  opinion: {working-days: 5, article: \"9\"}\n"
                                    + "  periodic-report: {days: 15, article: \"20\"}\n"));
        }
        served = TestLedger.ruledBy(rules);
        officer = served.as("officer");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void registered(String id, String kind) {
        officer.posts(PROJECTS, registration(id).replace("EMERGENCY_RELIEF", kind)).thenStatus(201);
    }

    private static Answer enters(String project, String route, String day, String properties) {
        return officer.posts(PROJECTS + "/" + project + "/" + route + "?wait=projected&way=reported", "{" + properties
                + (properties.isEmpty() ? "" : ",") + "\"effectiveDate\":\"" + day + "\"}").thenStatus(201);
    }

    /** Kind, last day, days left, decree and article of what is open about a stream. */
    private static List<String> open(String stream, String query) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : officer.gets("/api/v1/deadlines?pageSize=500&" + query).thenStatus(200).json()
                .get("lines")) {
            if (line.get("stream").stringValue().equals(stream)) {
                lines.add(line.get("kind").stringValue() + " " + line.get("due").stringValue() + " "
                        + line.get("daysLeft").intValue() + " "
                        + (line.get("basis").isNull() ? "told" : line.at("/basis/legalBasis").stringValue() + " "
                                + line.at("/basis/article").stringValue()));
            }
        }
        return lines;
    }

    private static String accepted(String project) {
        registered(project, "PROJECT");
        enters(project, "dossier-submissions", "2024-04-20",
                "\"items\":[{\"type\":\"request\",\"document\":{\"reference\":\"HS-1\"}}]");
        return enters(project, "dossier-acceptances", "2024-04-23",
                "\"missing\":[\"donor-agreement\",\"project-document\",\"donor-status\"]").at("/firstIndex");
    }

    @Test
    void days_are_counted_by_the_rules_in_force_then_and_over_public_holidays() {
        String start = accepted("PRJ-T1");
        enters("PRJ-T1", "opinion-requests", "2024-04-25", "\"agency\":{\"name\":\"Sở Tài chính\"}");

        assertThat(open("PRJ-T1", "effective=2024-05-10")).containsExactly(
                "OPINION 2024-05-06 -4 Nghị định 80/2020/NĐ-CP 9",
                "APPRAISAL 2024-05-13 3 Nghị định 80/2020/NĐ-CP 10");
        Answer list = officer.gets("/api/v1/deadlines?effective=2024-05-10&kind=APPRAISAL").thenStatus(200);
        assertThat(list.at("/lines/0/event")).isEqualTo("/api/v1/events/" + start);
        assertThat(list.at("/lines/0/startedOn")).isEqualTo("2024-04-23");
        assertThat(list.at("/lines/0/titleEn")).isEqualTo("Clean water for schools");
        assertThat(list.at("/lines/0/basis/unit")).isEqualTo("DAYS");
        assertThat(list.at("/at/permanent")).contains("effective=2024-05-10", "known=");
    }

    @Test
    void what_is_done_is_off_the_list_from_that_day_on_and_only_as_far_as_it_was_known() {
        accepted("PRJ-T2");
        String concluded = enters("PRJ-T2", "appraisals", "2024-05-11",
                "\"result\":\"FAVOURABLE\",\"report\":{\"reference\":\"BC-1\"}").at("/firstIndex");

        assertThat(open("PRJ-T2", "effective=2024-05-10")).hasSize(1);
        assertThat(open("PRJ-T2", "effective=2024-05-11")).isEmpty();
        assertThat(open("PRJ-T2", "effective=2024-05-20&known=" + concluded)).containsExactly(
                "APPRAISAL 2024-05-13 -7 Nghị định 80/2020/NĐ-CP 10");
        assertThat(open("PRJ-T2", "effective=2024-04-22")).isEmpty();
    }

    @Test
    void an_approval_is_idle_until_money_comes_and_then_reports_are_due() {
        registered("PRJ-T3", "PROJECT");
        enters("PRJ-T3", "approvals", "2024-05-12", "\"decision\":{\"reference\":\"12/QĐ\"},\"authority\":\"UBND\","
                + "\"approved\":[{\"amount\":\"100\",\"currency\":\"USD\"}]");

        assertThat(open("PRJ-T3", "effective=2024-06-01&within=90")).isEmpty();
        assertThat(open("PRJ-T3", "effective=2024-11-13"))
                .containsExactly("IDLE_APPROVAL 2024-11-12 -1 Nghị định 80/2020/NĐ-CP 4");
        enters("PRJ-T3", "receipts", "2024-06-15", money("100"));
        assertThat(open("PRJ-T3", "effective=2024-07-20"))
                .containsExactly("PERIODIC_REPORT 2024-07-15 -5 Nghị định 80/2020/NĐ-CP 20");
        assertThat(open("PRJ-T3", "effective=2025-01-20")).hasSize(2);
        enters("PRJ-T3", "periodic-reports", "2024-07-10", "\"kind\":\"HALF_YEAR\",\"from\":\"2024-01-01\","
                + "\"to\":\"2024-06-30\",\"report\":{\"reference\":\"BC-6T\"}");
        assertThat(open("PRJ-T3", "effective=2025-01-20"))
                .containsExactly("PERIODIC_REPORT 2025-01-15 -5 Nghị định 80/2020/NĐ-CP 20");
    }

    @Test
    void emergency_relief_waits_three_days_and_other_aid_does_not() {
        registered("PRJ-T4", "EMERGENCY_RELIEF");
        registered("PRJ-T5", "PROJECT");
        for (String project : List.of("PRJ-T4", "PRJ-T5")) {
            enters(project, "pledges", "2024-03-01",
                    "\"direction\":\"IN\",\"donor\":{\"name\":\"Đối tác A\"}," + money("5"));
        }

        assertThat(open("PRJ-T4", "effective=2024-03-04"))
                .containsExactly("EMERGENCY_APPROVAL 2024-03-04 0 Nghị định 80/2020/NĐ-CP ?");
        assertThat(open("PRJ-T5", "effective=2024-03-04")).isEmpty();
    }

    @Test
    void a_certificate_and_a_corrective_action_are_due_on_the_day_their_event_names() {
        officer.posts("/api/v1/donors", "{\"donor\":\"NGO-T\",\"kind\":\"FOREIGN_NGO\",\"name\":\"Friends\","
                + "\"country\":\"NL\",\"effectiveDate\":\"2023-01-01\"}").thenStatus(201);
        officer.posts("/api/v1/donors/NGO-T/certificates?wait=projected", "{\"certificate\":{\"reference\":\"GDK 1\"},"
                + "\"authority\":\"COMINGO\",\"validFrom\":\"2023-03-01\",\"validTo\":\"2026-02-28\",\"areas\":[],"
                + "\"sectors\":[],\"effectiveDate\":\"2023-03-01\"}").thenStatus(201);
        registered("PRJ-T6", "PROJECT");
        Caller inspector = served.as("inspector");
        inspector.posts("/api/v1/inspections", "{\"inspection\":\"INS-T\",\"title\":\"Quarter\",\"projects\":"
                + "[\"PRJ-T6\"],\"team\":[\"inspector\"],\"effectiveDate\":\"2024-05-01\"}").thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-T/findings", "{\"project\":\"PRJ-T6\",\"severity\":\"LOW\",\"text\":"
                + "\"no voucher\",\"cited\":[0],\"effectiveDate\":\"2024-05-02\"}").thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-T/actions?wait=projected", "{\"finding\":1,\"text\":\"obtain it\","
                + "\"responsible\":\"Sở Y tế\",\"due\":\"2024-06-01\",\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);

        assertThat(open("NGO-T", "effective=2026-01-31"))
                .containsExactly("CERTIFICATE 2026-02-28 28 Nghị định 58/2022/NĐ-CP ?");
        assertThat(open("INS-T", "effective=2024-06-03")).containsExactly("CORRECTIVE_ACTION 2024-06-01 -2 told");
        served.as("officer").posts("/api/v1/inspections/INS-T/completions?wait=projected",
                "{\"action\":1,\"text\":\"obtained\",\"effectiveDate\":\"2024-06-02\"}").thenStatus(201);
        assertThat(open("INS-T", "effective=2024-06-03")).isEmpty();
    }

    @Test
    void pages_of_one_moment_make_up_the_whole_list() {
        for (String id : List.of("PRJ-P1", "PRJ-P2", "PRJ-P3")) {
            accepted(id);
        }
        String query = "/api/v1/deadlines?effective=2024-05-01&kind=APPRAISAL&pageSize=";
        Answer whole = officer.gets(query + 500).thenStatus(200);
        Answer page = officer.gets(query + 2).thenStatus(200);
        accepted("PRJ-P0"); // known later, and no part of what is paged through
        List<JsonNode> paged = new ArrayList<>();
        page.json().get("lines").forEach(paged::add);
        while (!page.at("/next").equals("null")) {
            page = officer.gets("/api/v1/deadlines?kind=APPRAISAL&pageSize=2&cursor=" + page.at("/next"))
                    .thenStatus(200);
            assertThat(page.at("/day")).isEqualTo("2024-05-01");
            page.json().get("lines").forEach(paged::add);
        }
        assertThat(paged).hasSizeGreaterThan(2).containsExactlyElementsOf(whole.json().get("lines"));
        assertThat(whole.at("/next")).isEqualTo("null");
    }

    @Test
    void an_answer_of_today_is_not_taken_for_that_of_another_day() {
        accepted("PRJ-E1");
        for (String path : List.of("/api/v1/deadlines", "/api/v1/findings", "/api/v1/findings/figures",
                "/api/v1/actors/lan", "/api/v1/rates/FXR-T")) {
            Answer today = officer.gets(path).thenStatus(200);
            Answer permanent = officer.gets(today.at("/at/permanent")).thenStatus(200);
            assertThat(today.at("/at/permanent")).contains("effective=" + today.at("/at/effective"));
            assertThat(permanent.text()).isEqualTo(today.text());
            officer.with("If-None-Match", today.header("ETag")).gets(today.at("/at/permanent")).thenStatus(304);
            officer.with("If-None-Match", today.header("ETag")).gets(path + "?effective=2024-05-20").thenStatus(200);
        }
    }

    @Test
    void a_question_that_cannot_be_answered_says_why() {
        officer.gets("/api/v1/deadlines?within=100000").thenProblem(400, "request.wrong-parameter");
        officer.gets("/api/v1/deadlines?kind=LUNCH").thenStatus(400);
        served.anyone().gets("/api/v1/deadlines").thenStatus(401);
    }

    @Test
    void the_page_says_it_in_both_languages() {
        accepted("PRJ-T7");
        Caller anyone = served.anyone().with("Accept", "text/html");
        String english = anyone.gets("/deadlines?lang=en&effective=2024-05-20&kind=APPRAISAL").thenStatus(200).text();
        assertThat(english).contains("7 days overdue", "Nghị định 80/2020/NĐ-CP, article 10 (20 days)", "PRJ-T7",
                "2024-05-13").doesNotContain("??");
        assertThat(anyone.gets("/deadlines?lang=vi&effective=2024-05-20").thenStatus(200).text())
                .contains("quá hạn 7 ngày", "Nghị định 80/2020/NĐ-CP, điều 10 (20 ngày)", "Thẩm định", "13/05/2024")
                .doesNotContain("??");
        assertThat(anyone.gets("/?lang=en").text()).contains("href=\"/deadlines?lang=en\"");
        assertThat(anyone.gets("/deadlines?lang=en&effective=nonsense").thenStatus(200).text())
                .contains("cannot be read");
    }
}
