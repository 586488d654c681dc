package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.event.Entry;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.tlog.TlogProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRoutesTest {

    private static TestLedger served;
    private static Caller officer;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        officer = served.as("officer");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Entry entry(Answer recorded) {
        LedgerGateway gateway = served.ledger().gateway();
        return gateway.catalogue()
                .decode(gateway.reader().leaf(recorded.json().get("firstIndex").longValue()).orElseThrow());
    }

    private static long size() {
        return served.ledger().gateway().reader().size();
    }

    @Test
    void a_disbursement_is_recorded_with_who_when_and_why() {
        AidStory project = financed(officer, "PRJ-A1");

        Answer answer = officer.posts(project.path("disbursements"), advance("60.50"));

        answer.thenStatus(201);
        assertThat(answer.header("ETag")).isEqualTo("\"6\"");
        assertThat(answer.at("/version")).isEqualTo("6");
        assertThat(answer.at("/links/balance"))
                .isEqualTo("/api/v1/projects/PRJ-A1/balance?known=" + answer.at("/known"));
        assertThat(answer.header("Location")).isEqualTo("/api/v1/events/" + answer.at("/firstIndex"));
        Entry entry = entry(answer);
        assertThat(entry.payload()).isInstanceOfSatisfying(FundsDisbursed.class,
                disbursed -> assertThat(disbursed.money()).hasToString("60.50 USD"));
        assertThat(entry.metadata()).containsEntry("actor", "officer").containsEntry("way", "DECIDED")
                .containsEntry("channel", "rest").containsEntry("reason", "Tạm ứng đợt 1");
    }

    @Test
    void every_step_of_a_project_can_be_entered() {
        AidStory project = financed(officer, "PRJ-A2");
        officer.posts(project.path("disbursements"), advance("60")).thenStatus(201);
        project.enters("advance-returns", money("20") + ",\"moneyAccount\":\"bidv-usd\"");
        project.enters("expenditures", "\"paidFrom\":\"ADVANCE\"," + money("40"));
        project.enters("refunds", "\"to\":{\"name\":\"Đối tác A\"}," + money("1.5") + ",\"moneyAccount\":\"bidv-usd\"");

        Answer corrected = project.enters("corrections",
                "\"corrected\":9,\"noteNumber\":\"CTĐC-1\",\"reasonCode\":\"WRONG_AMOUNT\","
                        + "\"reasonText\":\"Nhầm số\",\"reentry\":{\"refund\":{\"to\":{\"name\":\"Đối tác A\"},"
                        + money("2.5")
                        + ",\"moneyAccount\":\"bidv-usd\",\"effectiveDate\":\"2024-03-01\"}}");

        assertThat(entry(corrected).payload()).isInstanceOfSatisfying(EntryCorrected.class, fact -> {
            assertThat(fact.reversed().money()).hasToString("1.5 USD");
            assertThat(fact.reentered()).extracting(Movement::money).hasToString("2.5 USD");
        });
        assertThat(corrected.at("/version")).isEqualTo("10");
    }

    @Test
    void a_broken_rule_is_refused_with_a_stable_code_in_the_callers_language() {
        AidStory project = financed(officer, "PRJ-A3");
        long before = size();

        Answer english = officer.posts(project.path("disbursements"), advance("100.01"));
        Answer vietnamese = officer.with("Accept-Language", "vi-VN,vi;q=0.9").posts(project.path("disbursements"),
                advance("100.01"));

        english.thenProblem(422, "funding.exceeds-approved");
        assertThat(english.at("/type")).isEqualTo("urn:aidledger:refusal:funding.exceeds-approved");
        assertThat(english.at("/title")).isEqualTo("Refused by a rule of the ledger");
        assertThat(english.at("/detail")).startsWith("100.01 USD is more than the 100 USD");
        assertThat(english.at("/arguments/asked")).isEqualTo("100.01 USD");
        assertThat(english.at("/refusals/1/code")).isEqualTo("funding.exceeds-cash");
        vietnamese.thenProblem(422, "funding.exceeds-approved");
        assertThat(vietnamese.at("/detail")).startsWith("100.01 USD vượt quá");
        assertThat(vietnamese.header("Content-Language")).isEqualTo("vi");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void what_is_reported_is_recorded_and_the_breach_noted_beside_it() {
        AidStory project = registered(officer, "PRJ-A4");

        Answer answer = officer.posts(project.path("receipts") + "?way=reported",
                "{" + money("-5.12345") + ",\"effectiveDate\":\"2024-03-01\"}").thenStatus(201);

        assertThat(entry(answer).metadata()).containsEntry("way", "REPORTED");
        assertThat(answer.json().get("lastIndex").longValue())
                .isGreaterThan(answer.json().get("firstIndex").longValue());
    }

    @Test
    void a_dry_run_tells_what_would_be_recorded_and_records_nothing() {
        AidStory project = financed(officer, "PRJ-A5");
        long before = size();

        Answer would = officer.with("Idempotency-Key", "dry").posts(project.path("disbursements") + "?dryRun=true",
                advance("10"));

        would.thenStatus(200);
        assertThat(would.at("/recorded")).isEqualTo("false");
        assertThat(would.at("/events/0/type")).isEqualTo("aid.FundsDisbursed");
        assertThat(would.at("/events/0/payload/money/amount")).isEqualTo("10");
        officer.posts(project.path("disbursements") + "?dryRun=true", advance("1000"))
                .thenProblem(422, "funding.exceeds-approved");
        assertThat(size()).isEqualTo(before);
        officer.with("Idempotency-Key", "dry").posts(project.path("disbursements"), advance("10")).thenStatus(201);
    }

    @Test
    void the_same_key_gives_the_same_answer_however_the_body_is_written() {
        AidStory project = financed(officer, "PRJ-A6");
        Caller keyed = officer.with("Idempotency-Key", "pay-1");

        Answer first = keyed.posts(project.path("disbursements"), advance("60")).thenStatus(201);
        Answer again = keyed.posts(project.path("disbursements"), advance("60").replace(",", " ,\n  ")).thenStatus(201);

        assertThat(first.header("Idempotency-Hit")).isEmpty();
        assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        AidStory project = financed(officer, "PRJ-A7");
        Caller keyed = officer.with("Idempotency-Key", "pay-2");
        keyed.posts(project.path("disbursements"), advance("60")).thenStatus(201);

        keyed.posts(project.path("disbursements"), advance("61")).thenProblem(422, "idempotency.key-reused");
        keyed.posts(project.path("disbursements") + "?way=reported", advance("60")).thenProblem(422,
                "idempotency.key-reused");
        keyed.with("Ledger-Reason", "other").posts(registered(officer, "PRJ-A8").path("disbursements"), advance("60"))
                .thenProblem(422, "idempotency.key-reused");
    }

    @Test
    void a_version_that_has_moved_is_not_written_over() {
        AidStory project = financed(officer, "PRJ-A9");

        officer.with("If-Match", "\"4\"").posts(project.path("disbursements"), advance("1"))
                .thenProblem(412, "stream.version-moved");
        officer.with("If-Match", "\"5\"").posts(project.path("disbursements"), advance("1")).thenStatus(201);
        officer.with("If-None-Match", "*").posts(PROJECTS, registration("PRJ-A9")).thenProblem(412,
                "stream.version-moved");
        officer.with("If-Match", "5").posts(project.path("disbursements"), advance("1"))
                .thenProblem(400, "request.wrong-parameter");
    }

    @Test
    void registering_again_changes_nothing_and_registering_otherwise_conflicts() {
        registered(officer, "PRJ-B1");

        Answer again = officer.posts(PROJECTS, registration("PRJ-B1")).thenStatus(200);

        assertThat(again.at("/recorded")).isEqualTo("false");
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        officer.posts(PROJECTS, registration("PRJ-B1").replace("Clean", "Dirty"))
                .thenProblem(409, "stream.registered-differently");
    }

    @Test
    void a_project_without_an_id_is_named_after_its_code() {
        Answer answer =
                officer.posts(PROJECTS, registration("B-2").replace("\"project\":\"B-2\",", "")).thenStatus(201);

        assertThat(answer.at("/stream")).isEqualTo("PRJ-B-2");
    }

    @Test
    void a_project_that_is_not_known_is_not_found() {
        officer.posts(PROJECTS + "/PRJ-none/disbursements", advance("1")).thenProblem(404, "stream.not-registered");
        officer.posts(PROJECTS + "/none/disbursements", advance("1")).thenProblem(400, "request.wrong-parameter");
        officer.posts(PROJECTS + "/PRJ-none/gifts", advance("1")).thenProblem(404, "request.not-found");
    }

    @Test
    void a_reason_may_come_in_a_header() {
        AidStory project = registered(officer, "PRJ-B3");

        Answer answer = officer.with("Ledger-Reason", "as told by phone").posts(project.path("accounts"),
                "{\"account\":\"a\",\"bank\":\"b\",\"accountReference\":\"c\",\"effectiveDate\":\"2024-03-01\"}");

        assertThat(entry(answer.thenStatus(201)).metadata()).containsEntry("reason", "as told by phone");
    }

    /** In bodies that are otherwise right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "purpose"              | "why":1,"purpose"       | request.unknown-property | "why" here. There are: consumes, effectiveDate,
            "ADVANCE"              | "advance"               | request.wrong-value      | one of ADVANCE, PAYMENT is expected
            "ADVANCE"              | null                    | request.property-missing | "purpose"
            "purpose":"ADVANCE",   | ``                      | request.property-missing | "purpose"
            "1.5"                  | 1.5                     | request.wrong-value      | "money.amount" (line 1
            "1.5"                  | "1e3"                   | request.wrong-value      | a decimal number is expected
            "1.5"                  | "1,5"                   | request.wrong-value      | a decimal number is expected
            "USD"                  | ""                   | request.wrong-value      | "money.currency"
            2024-04-01             | 2024-02-30              | request.wrong-value      | a date is expected
            2024-04-01             | 2024-04-01T00:00:00Z    | request.wrong-value      | a date is expected
            "UNC-7"                | ""                      | request.wrong-value      | a document needs a number or a title
            {"reference":"UNC-7"}  | "UNC-7"                 | request.wrong-value      | an object is expected
            "bidv-usd"             | 7                       | request.wrong-value      | a text in quotation marks is expected
            "effectiveDate"        | "reason":"x","effectiveDate" | request.malformed   | Duplicate
            ,"effectiveDate"       | "effectiveDate"         | request.malformed        | line 1, column
            "2024-04-01"}          | "2024-04-01"}}          | request.malformed        | line 1, column
            "2024-04-01"}          | "2024-04-01"            | request.malformed        | line 1, column
            """)
    void a_body_that_cannot_be_read_is_refused_and_told_where(String right, String wrong, String code, String told) {
        String body = advance("1.5");
        assertThat(body).contains(right);

        Answer answer = officer.posts(PROJECTS + "/PRJ-x/disbursements", body.replace(right, wrong));

        answer.thenProblem(400, code);
        assertThat(answer.at("/detail")).contains(told).doesNotContain("org.aidledger", "tools.jackson", "java.");
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        for (String body : new String[] {"", "null", "[]", "7", "\"x\"", "not json", "\u0000"}) {
            Answer answer = officer.posts(PROJECTS + "/PRJ-x/disbursements", body).thenStatus(400);
            assertThat(answer.at("/code")).startsWith("request.");
        }
    }

    @Test
    void a_body_has_bounds() {
        String long_text = "x".repeat(70_000);
        officer.posts(PROJECTS, registration("PRJ-B4").replace("Clean", long_text)).thenProblem(413,
                "request.too-large");
        officer.posts(PROJECTS, registration("PRJ-B4").replace("Clean", long_text.repeat(5))).thenProblem(413,
                "request.too-large");
    }

    @Test
    void only_json_is_taken_so_that_no_form_of_another_site_can_enter_anything() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded",
            "multipart/form-data;boundary=x"}) {
            officer.with("Content-Type", type).posts(PROJECTS, registration("PRJ-B5")).thenProblem(415,
                    "request.unsupported");
        }
    }

    @Test
    void terms_that_cannot_be_read_are_refused() {
        for (String query : new String[] {"way=guessed", "dryRun=yes", "wait=long"}) {
            officer.posts(PROJECTS + "?" + query, registration("PRJ-B6")).thenProblem(400, "request.wrong-parameter");
        }
        officer.with("Idempotency-Key", "k".repeat(100)).posts(PROJECTS, registration("PRJ-B6"))
                .thenProblem(400, "request.wrong-parameter");
        officer.sends("PUT", PROJECTS).thenStatus(403);
    }

    @Test
    void an_event_is_served_as_the_bytes_that_the_log_hashes() {
        AidStory project = financed(officer, "PRJ-B7");
        Answer recorded = officer.posts(project.path("disbursements"), advance("1")).thenStatus(201);

        Answer event = served.as("auditor").gets(recorded.header("Location")).thenStatus(200);

        assertThat(event.bytes()).isEqualTo(
                served.ledger().gateway().reader().leaf(recorded.json().get("firstIndex").longValue()).orElseThrow());
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
        assertThat(event.header("Leaf-Hash")).matches("[0-9a-f]{64}");
        assertThat(event.header("Link")).contains("/api/v1/projects/PRJ-B7");
        served.as("auditor").gets("/api/v1/events/999999").thenProblem(404, "request.not-found");
    }

    @Test
    void the_last_event_leads_on_only_when_there_is_a_next_one() {
        registered(officer, "PRJ-C1");
        Caller auditor = served.as("auditor");
        String last = "/api/v1/events/" + (size() - 1);

        Answer event = auditor.gets(last).thenStatus(200);
        assertThat(event.links()).doesNotContainKey("next").containsKeys("prev", "collection", "describedby");
        assertThat(event.header("Cache-Control")).doesNotContain("immutable");
        registered(officer, "PRJ-C2");

        event = auditor.with("If-None-Match", event.header("ETag")).gets(last).thenStatus(304);
        assertThat(event.header("Cache-Control")).contains("immutable");
        auditor.gets(event.links().getOrDefault("next", "/none")).thenStatus(200);
    }

    @Test
    void an_inspection_is_carried_out_by_those_who_took_no_part() {
        AidStory project = financed(officer, "PRJ-B8");
        Answer paid = officer.posts(project.path("disbursements"), advance("60")).thenStatus(201);
        Caller inspector = served.as("inspector");
        String opening =
                "{\"inspection\":\"INS-1\",\"title\":\"Hậu kiểm 2024\",\"projects\":[\"PRJ-B8\"],\"team\":[\"%s\"],"
                        + "\"effectiveDate\":\"2024-05-01\"}";

        inspector.posts("/api/v1/inspections", opening.formatted("officer")).thenProblem(422,
                "segregation.acted-in-project");
        Answer opened = inspector.posts("/api/v1/inspections", opening.formatted("inspector")).thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-1/checks",
                "{\"project\":\"PRJ-B8\",\"item\":\"UNC-7\",\"result\":\"FAIL\",\"cited\":["
                        + paid.at("/firstIndex") + "],\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-1/findings",
                "{\"project\":\"PRJ-B8\",\"severity\":\"HIGH\",\"text\":\"Thiếu chứng từ\","
                        + "\"questioned\":{\"amount\":\"60\",\"currency\":\"USD\"},\"cited\":[" + paid.at("/firstIndex")
                        + "],\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);
        inspector.posts("/api/v1/inspections/INS-1/conclusion",
                "{\"conclusion\":\"Thu hồi\",\"minutes\":{\"reference\":\"BB-1\"},"
                        + "\"effectiveDate\":\"2024-05-03\"}")
                .thenStatus(201);

        assertThat(opened.at("/links/inspection")).isEqualTo("/api/v1/inspections/INS-1");
        inspector
                .posts("/api/v1/inspections/INS-1/checks", "{\"project\":\"PRJ-B8\",\"item\":\"x\",\"result\":\"PASS\","
                        + "\"effectiveDate\":\"2024-05-02\"}")
                .thenProblem(422, "inspection.concluded");
    }

    @Test
    void a_write_that_waits_for_the_seal_brings_its_proofs() {
        AidStory project = financed(officer, "PRJ-sealed");

        Answer answer = officer.posts(project.path("disbursements") + "?wait=sealed", advance("10"))
                .thenStatus(201);

        byte[] leaf = officer.gets(answer.at("/links/event")).thenStatus(200).bytes();
        TlogProof proof = TlogProof.parse(answer.at("/proofs/0/proof").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.at("/proofs/0/index")).isEqualTo(answer.at("/firstIndex"));
        proof.verify(leaf, served.ledger().checkpoints().identity().verifierKey());
        assertThat(officer.gets(answer.at("/links/proof")).thenStatus(200).bytes())
                .isEqualTo(proof.toBytes());
    }
}
