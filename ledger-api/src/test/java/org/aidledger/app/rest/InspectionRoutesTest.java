package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An inspection from its plan to the end of what it found. */
class InspectionRoutesTest {

    private static final String INSPECTIONS = "/api/v1/inspections";
    private static final String SEED = "a text that nobody can guess";

    private static TestLedger served;
    private static Caller inspector;
    private static Caller officer;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        inspector = served.as("inspector");
        officer = served.as("officer");
        for (int i = 0; i < 6; i++) {
            registered(officer, "PRJ-S" + i);
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Answer plan(String id, int sampleSize) throws Exception {
        String digest = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(SEED.getBytes(StandardCharsets.UTF_8)));
        return inspector.posts(INSPECTIONS + "/plans", """
                {"inspection":"%s","title":"Quarter","population":{"sector":"140"},"sampleSize":%d,"seedSha256":"%s",
                 "effectiveDate":"2024-05-01"}""".formatted(id, sampleSize, digest));
    }

    private static Answer enters(Caller caller, String id, String route, String properties) {
        return caller.posts(INSPECTIONS + "/" + id + "/" + route + "?wait=projected",
                "{" + properties + ",\"effectiveDate\":\"2024-05-02\"}");
    }

    private static Answer open(String id, String seed) {
        return enters(inspector, id, "opening", "\"seed\":\"" + seed + "\",\"team\":[\"inspector\",\"minh\"]");
    }

    @Test
    void a_sample_is_bound_before_it_is_known_and_comes_out_the_same_ever_after() throws Exception {
        long size = plan("INS-S1", 3).thenStatus(201).json().get("known").longValue();
        registered(officer, "PRJ-LATE");
        open("INS-S1", "another").thenProblem(422, "inspection.seed-wrong");
        open("INS-S1", SEED).thenStatus(201);

        Answer sample = inspector.gets(INSPECTIONS + "/INS-S1/sample").thenStatus(200);

        assertThat(sample.at("/unchanged")).isEqualTo("true");
        assertThat(sample.json().get("size").longValue()).isEqualTo(size);
        assertThat(sample.json().get("projects")).hasSize(3);
        assertThat(sample.text()).doesNotContain("PRJ-LATE");
        Answer file = inspector.gets(INSPECTIONS + "/INS-S1").thenStatus(200);
        assertThat(file.json().at("/opened/fact/projects")).isEqualTo(sample.json().get("projects"));
        assertThat(file.at("/drawn/fact/seed")).isEqualTo(SEED);
    }

    @Test
    void a_plan_that_is_given_up_stays_listed_on_the_one_that_follows() throws Exception {
        plan("INS-S2", 1).thenStatus(201);
        enters(inspector, "INS-S2", "abandonment", "\"text\":\"The team fell ill\"").thenStatus(201);
        open("INS-S2", SEED).thenProblem(422, "inspection.abandoned");
        plan("INS-S3", 1).thenStatus(201);
        open("INS-S3", SEED).thenStatus(201);

        Answer file = inspector.gets(INSPECTIONS + "/INS-S3").thenStatus(200);

        assertThat(file.at("/planned/fact/abandoned/0")).isEqualTo("INS-S2");
        assertThat(file.at("/drawn/fact/abandoned/0")).isEqualTo("INS-S2");
    }

    @Test
    void a_finding_is_followed_up_and_not_verified_by_who_raised_it() throws Exception {
        plan("INS-S4", 1).thenStatus(201);
        open("INS-S4", SEED).thenStatus(201);
        String project = inspector.gets(INSPECTIONS + "/INS-S4/sample").at("/projects/0");
        enters(inspector, "INS-S4", "findings",
                "\"project\":\"" + project + "\",\"severity\":\"HIGH\",\"text\":\"no voucher\","
                        + "\"questioned\":{\"amount\":\"12.50\",\"currency\":\"USD\"},\"cited\":[0]")
                .thenStatus(201);
        enters(officer, "INS-S4", "responses", "\"finding\":1,\"respondent\":\"Sở Y tế\",\"text\":\"it is lost\"")
                .thenStatus(201);
        enters(officer, "INS-S4", "actions",
                "\"finding\":1,\"text\":\"x\",\"responsible\":\"y\",\"due\":\"2024-06-01\"")
                .thenProblem(403, "request.not-allowed");
        enters(inspector, "INS-S4", "actions",
                "\"finding\":1,\"text\":\"obtain it\",\"responsible\":\"Sở Y tế\",\"due\":\"2024-06-01\"")
                .thenStatus(201);
        enters(officer, "INS-S4", "completions", "\"action\":1,\"text\":\"obtained\"").thenStatus(201);
        enters(inspector, "INS-S4", "verifications", "\"action\":1").thenProblem(422, "segregation.raised-finding");
        enters(inspector, "INS-S4", "recoveries", "\"finding\":1,\"money\":{\"amount\":\"12.50\",\"currency\":\"USD\"},"
                + "\"order\":{\"reference\":\"9/QĐ\"},\"due\":\"2024-07-01\"").thenStatus(201);
        enters(inspector, "INS-S4", "escalations", "\"finding\":1,\"authority\":\"UBND\",\"text\":\"no answer\"")
                .thenStatus(201);

        Answer list = inspector.gets("/api/v1/findings?effective=2024-08-01&state=ESCALATED").thenStatus(200);

        assertThat(list.at("/findings/0/inspection")).isEqualTo("INS-S4");
        assertThat(list.at("/findings/0/amount")).isEqualTo("12.50");
        assertThat(list.at("/findings/0/overdue")).isEqualTo("true");
        assertThat(list.at("/findings/0/ageDays")).isEqualTo("91");
        assertThat(inspector.gets("/api/v1/findings/figures?effective=2024-08-01").thenStatus(200).at("/overdue"))
                .isEqualTo("1");
    }

    @Test
    void pages_of_one_moment_make_up_the_whole_list_of_findings() throws Exception {
        plan("INS-S5", 1).thenStatus(201);
        open("INS-S5", SEED).thenStatus(201);
        String project = inspector.gets(INSPECTIONS + "/INS-S5/sample").at("/projects/0");
        for (int i = 0; i < 5; i++) {
            raises("INS-S5", project, "MEDIUM");
        }
        String query = "/api/v1/findings?effective=2024-08-01&state=OPEN&pageSize=";
        Answer whole = inspector.gets(query + 500).thenStatus(200);
        Answer page = inspector.gets(query + 2).thenStatus(200);
        raises("INS-S5", project, "HIGH"); // known later, and no part of what is paged through
        List<JsonNode> paged = new ArrayList<>();
        page.json().get("findings").forEach(paged::add);
        while (!page.at("/next").equals("null")) {
            page = inspector.gets("/api/v1/findings?state=OPEN&pageSize=2&cursor=" + page.at("/next")).thenStatus(200);
            page.json().get("findings").forEach(paged::add);
        }
        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).hasSize(whole.json().get("count").intValue())
                .containsExactlyElementsOf(whole.json().get("findings"));
        assertThat(whole.at("/next")).isEqualTo("null");
    }

    private static void raises(String inspection, String project, String severity) {
        enters(inspector, inspection, "findings", "\"project\":\"" + project + "\",\"severity\":\"" + severity
                + "\",\"text\":\"no voucher\",\"cited\":[0]").thenStatus(201);
    }
}
