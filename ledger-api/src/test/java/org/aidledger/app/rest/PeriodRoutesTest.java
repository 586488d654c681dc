package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeriodRoutesTest {

    private static final String PERIODS = "/api/v1/periods";

    private static TestLedger served;
    private static Caller officer;
    private static Caller accountant;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        officer = served.as("officer");
        accountant = served.as("accountant");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void register(String project, String owner) {
        officer.posts(PROJECTS, """
                {"project":"%s","code":"%s","titleEn":"Clean water","kind":"PROJECT","budgetTreatment":"OFF_BUDGET",
                 "donors":[{"name":"A donor"}],"aidOwner":{"ref":"%s","name":"Sở Y tế"},"effectiveDate":"2024-01-02"}"""
                .formatted(project, project, owner)).thenStatus(201);
    }

    private static Answer pledge(String project, String amount, String date) {
        return officer.posts(PROJECTS + "/" + project + "/pledges", "{\"direction\":\"IN\",\"donor\":{\"name\":\"A\"},"
                + money(amount) + ",\"effectiveDate\":\"" + date + "\"}").thenStatus(201);
    }

    private static void open(String periods, String entity) {
        accountant.posts(PERIODS, "{\"period\":\"" + periods + "\",\"entity\":\"" + entity
                + "\",\"first\":\"2024-01\",\"effectiveDate\":\"2024-01-02\"}").thenStatus(201);
    }

    private static Answer close(String periods, String month) {
        return accountant.posts(PERIODS + "/" + periods + "/closings",
                "{\"month\":\"" + month + "\",\"effectiveDate\":\"2024-05-02\"}");
    }

    @Test
    void a_closed_month_is_sealed_and_its_sheet_comes_out_the_same_ever_after() throws Exception {
        register("PRJ-P1", "VN-A");
        open("PER-A", "VN-A");
        pledge("PRJ-P1", "100", "2024-01-10");
        close("PER-A", "2024-01").thenStatus(201);
        Answer late = pledge("PRJ-P1", "11", "2024-01-20");
        assertThat(officer.gets(late.at("/links/event")).at("/metadata/bookingPeriod")).isEqualTo("2024-02");
        close("PER-A", "2024-02").thenStatus(201);

        Answer sheet = accountant.gets(PERIODS + "/PER-A/sheets/2024-01").thenStatus(200);

        assertThat(sheet.at("/unchanged")).isEqualTo("true");
        assertThat(sheet.at("/sha256")).isEqualTo(sheet.at("/sealedSha256"));
        assertThat(sheet.at("/lines/0/amount")).isEqualTo("100");
        byte[] text = accountant.gets(PERIODS + "/PER-A/sheets/2024-01/text").thenStatus(200).bytes();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo(sheet.at("/sealedSha256"));
        assertThat(new String(text, StandardCharsets.UTF_8)).startsWith("aid-ledger-sheet-v1\nPER-A\n2024-01\n");
        for (JsonNode line : sheet.json().get("lines")) {
            JsonNode accounts =
                    officer.gets(line.get("trialBalance").asString()).thenStatus(200).json().get("accounts");
            assertThat(accounts).anySatisfy(account -> {
                assertThat(account.get("account")).isEqualTo(line.get("account"));
                assertThat(account.get("amount")).isEqualTo(line.get("amount"));
            });
        }
        assertThat(accountant.gets(PERIODS + "/PER-A/sheets/2024-02").at("/lines/0/amount")).isEqualTo("111");
    }

    @Test
    void what_the_rules_of_periods_refuse_is_told_with_its_code() {
        register("PRJ-P2", "VN-B");
        open("PER-B", "VN-B");
        close("PER-B", "2024-02").thenProblem(422, "period.not-next");
        accountant.posts(PERIODS, "{\"period\":\"PER-B2\",\"entity\":\"VN-B\",\"first\":\"2024-01\","
                + "\"effectiveDate\":\"2024-01-02\"}").thenProblem(422, "period.entity-has-periods");
        close("PER-NONE", "2024-01").thenProblem(404, "stream.not-registered");
        accountant.gets(PERIODS + "/PER-B/sheets/2024-01").thenProblem(404, "request.not-found");
        officer.posts(PERIODS + "/PER-B/closings", "{\"month\":\"2024-01\",\"effectiveDate\":\"2024-05-02\"}")
                .thenProblem(403, "request.not-allowed");
    }

    @Test
    void the_history_of_periods_can_be_read() {
        register("PRJ-P3", "VN-C");
        open("PER-C", "VN-C");
        close("PER-C", "2024-01").thenStatus(201);
        accountant.posts(PERIODS + "/PER-C/reopenings", "{\"month\":\"2024-01\",\"order\":{\"reference\":\"5/QĐ-STC\"},"
                + "\"effectiveDate\":\"2024-06-01\"}").thenStatus(201);

        Answer file = accountant.gets(PERIODS + "/PER-C").thenStatus(200);

        assertThat(file.at("/closedThrough")).isEqualTo("2023-12");
        assertThat(file.json().get("events")).hasSize(3);
        assertThat(file.header("ETag")).isEqualTo("\"2\"");
        assertThat(accountant.gets(PERIODS).text()).contains("\"PER-C\"");
    }
}
