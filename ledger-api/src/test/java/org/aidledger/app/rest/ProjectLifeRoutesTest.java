package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A project's whole life over the interface, by officers none of whom can do it alone. */
class ProjectLifeRoutesTest {

    private static TestLedger served;
    private static Caller lan;
    private static Caller minh;
    private static Caller hoa;

    @BeforeAll
    static void serve() {
        served = TestLedger.officers("lan", "minh", "hoa");
        lan = served.as("lan");
        minh = served.as("minh");
        hoa = served.as("hoa");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Answer enters(Caller officer, String project, String route, String properties) {
        return officer.posts(PROJECTS + "/" + project + "/" + route + "?wait=projected",
                "{" + properties + (properties.isEmpty() ? "" : ",") + "\"effectiveDate\":\"2024-03-01\"}");
    }

    private static String paper(String property) {
        return "\"" + property + "\":{\"reference\":\"QĐ 7\"}";
    }

    /** Registered, submitted, accepted and appraised: versions 0 to 3. */
    private static void appraised(String project) {
        lan.posts(PROJECTS, registration(project).replace("EMERGENCY_RELIEF", "PROJECT")).thenStatus(201);
        enters(lan, project, "dossier-submissions", "\"items\":[{\"type\":\"request\",\"document\":"
                + "{\"reference\":\"HS-1\"}}]").thenStatus(201);
        enters(minh, project, "dossier-acceptances", "").thenProblem(422, "dossier.document-missing");
        enters(minh, project, "dossier-acceptances", "\"missing\":[\"donor-agreement\",\"project-document\","
                + "\"donor-status\"]").thenStatus(201);
        enters(lan, project, "dossier-submissions", "\"items\":[" + String.join(",",
                java.util.List.of("donor-agreement", "project-document", "donor-status").stream()
                        .map(type -> "{\"type\":\"" + type + "\",\"document\":{\"reference\":\"HS-2\"}}").toList())
                + "]").thenStatus(201);
        enters(lan, project, "appraisals", "\"result\":\"FAVOURABLE\"," + paper("report"))
                .thenProblem(422, "segregation.submitted-dossier");
        enters(minh, project, "appraisals", "\"result\":\"FAVOURABLE\"," + paper("report")).thenStatus(201);
    }

    private static String approval() {
        return "\"decision\":{\"reference\":\"12/QĐ\"},\"authority\":\"UBND\",\"approved\":"
                + "[{\"amount\":\"100\",\"currency\":\"USD\"}]";
    }

    private static void funded(String project) {
        appraised(project);
        enters(minh, project, "approvals", approval()).thenProblem(422, "segregation.appraised-dossier");
        enters(hoa, project, "approvals", approval()).thenStatus(201);
        for (String account : new String[] {"usd", "vnd"}) {
            enters(lan, project, "accounts",
                    "\"account\":\"" + account + "\",\"bank\":\"BIDV\",\"accountReference\":\"1\"").thenStatus(201);
        }
        enters(lan, project, "receipts", money("100") + ",\"moneyAccount\":\"usd\"").thenStatus(201);
    }

    @Test
    void a_project_is_submitted_appraised_approved_funded_paid_out_settled_and_closed() {
        funded("PRJ-L1");
        Answer proposed = enters(lan, "PRJ-L1", "disbursement-proposals",
                "\"purpose\":\"ADVANCE\"," + money("60") + ",\"moneyAccount\":\"usd\"").thenStatus(201);
        String proposal = "\"proposal\":" + proposed.at("/version");
        enters(lan, "PRJ-L1", "proposed-disbursements", proposal).thenProblem(422, "segregation.entered-proposal");
        Answer paid = enters(minh, "PRJ-L1", "proposed-disbursements", proposal).thenStatus(201);
        enters(hoa, "PRJ-L1", "proposed-disbursements", proposal).thenProblem(422, "proposal.not-open");
        enters(lan, "PRJ-L1", "settlements", paper("decision")).thenProblem(422, "stage.not-possible");

        enters(lan, "PRJ-L1", "advance-clearings", "\"advance\":" + paid.at("/version") + "," + money("60"))
                .thenStatus(201);
        enters(lan, "PRJ-L1", "exchanges", money("20") + ",\"fromAccount\":\"usd\",\"bought\":{\"amount\":\"509000\","
                + "\"currency\":\"VND\"},\"toAccount\":\"vnd\",\"rate\":\"25450\",\"rateSource\":\"BIDV\"")
                .thenStatus(201);
        enters(lan, "PRJ-L1", "expenditures", "\"paidFrom\":\"ACCOUNT\",\"money\":{\"amount\":\"509000\",\"currency\":"
                + "\"VND\"},\"moneyAccount\":\"vnd\",\"consumes\":{\"money\":{\"amount\":\"20\",\"currency\":\"USD\"},"
                + "\"rate\":\"25450\",\"rateDate\":\"2024-03-01\",\"rateSource\":\"BIDV\"}").thenStatus(201);
        enters(lan, "PRJ-L1", "refunds", "\"to\":{\"name\":\"Đối tác A\"}," + money("20") + ",\"moneyAccount\":\"usd\"")
                .thenStatus(201);

        Answer balance = lan.gets(PROJECTS + "/PRJ-L1/balance").thenStatus(200);
        assertThat(balance.text()).contains("\"disbursed\":{\"amount\":\"80\"");
        enters(lan, "PRJ-L1", "suspensions", paper("decision") + ",\"why\":\"Kiểm tra\"").thenStatus(201);
        enters(lan, "PRJ-L1", "disbursements", "\"purpose\":\"PAYMENT\"," + money("1") + ",\"moneyAccount\":\"usd\"")
                .thenProblem(422, "stage.not-possible");
        enters(lan, "PRJ-L1", "resumptions", paper("decision")).thenStatus(201);
        enters(lan, "PRJ-L1", "completions", paper("report")).thenStatus(201);
        enters(lan, "PRJ-L1", "hand-overs", "\"to\":{\"name\":\"UBND xã\"}," + paper("minutes")).thenStatus(201);
        enters(lan, "PRJ-L1", "settlements", paper("decision")).thenStatus(201);
        enters(lan, "PRJ-L1", "closures", paper("decision")).thenStatus(201);
        enters(lan, "PRJ-L1", "receipts", money("1") + ",\"moneyAccount\":\"usd\"").thenProblem(422,
                "stage.not-possible");
        enters(lan, "PRJ-L1", "reopenings", paper("order") + ",\"why\":\"Kiến nghị\"").thenStatus(201);
        enters(lan, "PRJ-L1", "recoveries", money("5") + ",\"moneyAccount\":\"usd\",\"finding\":\"INS-1/1\"")
                .thenStatus(201);
    }

    @Test
    void goods_are_received_by_one_valued_by_another_and_leave_at_their_exact_value() {
        funded("PRJ-L2");
        Answer received = enters(lan, "PRJ-L2", "goods-receipts", "\"lines\":[{\"item\":\"pump\",\"quantity\":\"3\","
                + "\"unit\":\"piece\"}]," + money("90")).thenStatus(201);
        String lot = "\"receipt\":" + received.at("/version") + ",\"item\":\"pump\"";
        String value = lot + ",\"unitValue\":\"33.33\",\"currency\":\"USD\",\"method\":\"invoice\"";
        enters(lan, "PRJ-L2", "goods-valuations", value).thenProblem(422, "segregation.received-goods");
        enters(minh, "PRJ-L2", "goods-valuations", value).thenStatus(201);
        enters(lan, "PRJ-L2", "goods-distributions", lot + ",\"quantity\":\"2\"").thenStatus(201);
        enters(lan, "PRJ-L2", "goods-losses", lot + ",\"quantity\":\"2\",\"what\":\"flood\"")
                .thenProblem(422, "goods.exceeds-stock");

        assertThat(lan.gets(PROJECTS + "/PRJ-L2/balance").thenStatus(200).text())
                .contains("\"goodsInStock\":{\"amount\":\"33.33\"");
    }

    @Test
    void an_entry_of_another_project_is_moved_there_in_one_append() {
        funded("PRJ-L3");
        funded("PRJ-L4");
        Answer wrong = enters(lan, "PRJ-L3", "receipts", money("7") + ",\"moneyAccount\":\"usd\"").thenStatus(201);
        String correction = "\"corrected\":" + wrong.at("/version") + ",\"noteNumber\":\"CTĐC-1\",\"reasonCode\":"
                + "\"NOT_OURS\",\"reasonText\":\"Nhầm dự án\",\"toProject\":\"PRJ-L4\",\"reentry\":{\"receipt\":{"
                + money("7") + ",\"moneyAccount\":\"%s\",\"effectiveDate\":\"2024-03-01\"}}";

        enters(minh, "PRJ-L3", "corrections", correction.formatted("eur")).thenProblem(422, "account.unknown");
        Answer moved = enters(minh, "PRJ-L3", "corrections", correction.formatted("usd")).thenStatus(201);

        assertThat(moved.json().get("lastIndex").longValue() - moved.json().get("firstIndex").longValue())
                .isEqualTo(1);
        assertThat(lan.gets(PROJECTS + "/PRJ-L3/balance").text()).contains("\"received\":{\"amount\":\"100\"");
        assertThat(lan.gets(PROJECTS + "/PRJ-L4/balance").text()).contains("\"received\":{\"amount\":\"107\"");
        enters(minh, "PRJ-L3", "corrections", correction.formatted("usd")).thenProblem(422,
                "correction.entry-not-standing");
        // What was cached of either is out of date, and not decided on.
        enters(hoa, "PRJ-L4", "disbursements", "\"purpose\":\"PAYMENT\"," + money("107") + ",\"moneyAccount\":\"usd\"")
                .thenProblem(422, "funding.exceeds-approved");
    }

    @Test
    void a_correction_that_is_proposed_is_carried_out_by_somebody_else() {
        funded("PRJ-L5");
        Answer proposed = enters(lan, "PRJ-L5", "correction-proposals", "\"corrected\":8,\"noteNumber\":\"CTĐC-2\","
                + "\"reasonCode\":\"WRONG_AMOUNT\",\"reasonText\":\"Nhầm số\",\"reentry\":{\"receipt\":{" + money("90")
                + ",\"moneyAccount\":\"usd\",\"effectiveDate\":\"2024-03-01\"}}").thenStatus(201);
        String proposal = "\"proposal\":" + proposed.at("/version");

        enters(lan, "PRJ-L5", "proposed-corrections", proposal).thenProblem(422, "segregation.entered-proposal");
        enters(minh, "PRJ-L5", "proposed-corrections", proposal).thenStatus(201);

        assertThat(lan.gets(PROJECTS + "/PRJ-L5/balance").text()).contains("\"received\":{\"amount\":\"90\"");
    }

    @Test
    void a_decision_is_amended_and_the_refusal_names_decree_and_article() {
        funded("PRJ-L6");
        enters(hoa, "PRJ-L6", "approval-amendments", approval().replace("12/QĐ", "13/QĐ").replace("100", "140"))
                .thenStatus(201);
        assertThat(lan.gets(PROJECTS + "/PRJ-L6/balance").text()).contains("\"approved\":{\"amount\":\"140\"");

        appraised("PRJ-L7");
        Answer refused = hoa.with("Accept-Language", "vi").posts(PROJECTS + "/PRJ-L7/approvals",
                "{" + approval() + ",\"level\":\"PRIME_MINISTER\",\"effectiveDate\":\"2024-03-01\"}");
        refused.thenProblem(422, "approval.wrong-authority");
        assertThat(refused.at("/detail")).contains("Điều 7", "Nghị định 80/2020/NĐ-CP");
    }
}
