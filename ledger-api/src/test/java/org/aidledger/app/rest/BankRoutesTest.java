package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.advance;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bank statement from its file to its reconciliation, over HTTP and on the page. */
class BankRoutesTest {

    private static final String BANK = "/api/v1/bank-accounts";
    private static final String MARCH = """
            kind,date,amount,currency,reference
            opening,2024-03-01,0,USD,
            line,2024-03-02,100.00,USD,GBC-1
            line,2024-03-20,-2.50,USD,fee
            closing,2024-03-31,97.50,USD,
            """;

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

    /** 100 received on 1 March, 40 paid on 1 April, both by the officer; the bank has the 100 and a fee. */
    private static String financed(String project) {
        AidStory.financed(officer, project);
        officer.posts(PROJECTS + "/" + project + "/disbursements?wait=projected", advance("40")).thenStatus(201);
        return "BNK-" + project.substring(4) + ".bidv-usd.USD";
    }

    private static Answer statement(Caller caller, String project, String csv, String more) {
        return caller.with("Content-Type", "text/csv")
                .posts(BANK + "/statements?project=" + project + "&account=bidv-usd&name=march.csv" + more, csv);
    }

    private static void await(Answer recorded) {
        served.ledger().views().awaitIndex(Long.parseLong(recorded.thenStatus(201).at("/lastIndex")),
                Duration.ofSeconds(20));
    }

    private static String body(String properties) {
        return "{" + properties + ",\"effectiveDate\":\"2024-04-02\"}";
    }

    @Test
    void a_statement_is_recorded_matched_explained_and_reconciled() {
        String id = financed("PRJ-B1");
        assertThat(statement(accountant, "PRJ-B1", MARCH, "&dryRun=true").thenStatus(200).at("/outcome"))
                .isEqualTo("WOULD_IMPORT");
        await(statement(accountant, "PRJ-B1", MARCH, ""));
        assertThat(statement(accountant, "PRJ-B1", MARCH, "").thenStatus(200).at("/outcome")).isEqualTo("UNCHANGED");

        Answer open = accountant.gets(BANK + "/" + id).thenStatus(200);
        assertThat(open.at("/bank")).isEqualTo("97.50");
        assertThat(open.at("/ledger")).isEqualTo("100");
        assertThat(open.at("/linesWithoutEntry/1/amount")).isEqualTo("-2.50");
        assertThat(accountant.gets(BANK + "/" + id + "/proposals").at("/proposed/0/line/line")).isEqualTo("1");
        assertThat(accountant.posts(BANK + "/" + id + "/matches/proposed", body("\"days\":5")).thenStatus(200)
                .at("/pairs/0/recorded")).isEqualTo("true");

        accountant.posts(BANK + "/" + id + "/reconciliations", body("\"to\":\"2024-03-31\""))
                .thenProblem(422, "bank.line-unexplained");
        accountant.posts(BANK + "/" + id + "/reconciliations?wait=projected", body("\"to\":\"2024-03-31\","
                + "\"explanations\":[{\"kind\":\"LINE\",\"reference\":2,\"text\":\"Phí chưa ghi sổ\"}]"))
                .thenStatus(201);

        Answer done = officer.gets(BANK + "/" + id).thenStatus(200);
        assertThat(done.at("/reconciled/by")).isEqualTo("accountant");
        assertThat(done.at("/reconciled/differences/0/explanation")).isEqualTo("Phí chưa ghi sổ");
        assertThat(done.at("/matched/0/match")).isEqualTo("1");
        assertThat(officer.gets(BANK).json().get("accounts"))
                .anySatisfy(one -> assertThat(one.get("reconciledTo").asString("")).isEqualTo("2024-03-31"));
        String page = served.anyone().gets("/bank/" + id + "?lang=vi").thenStatus(200).text();
        assertThat(page).contains("Dòng của ngân hàng không có bút toán", "Phí chưa ghi sổ", "2,50");
        assertThat(served.anyone().gets("/bank?lang=en").thenStatus(200).text()).contains("/bank/" + id, "97.50 USD");
        served.anyone().gets("/bank/BNK-nobody").thenStatus(404);
    }

    /** The address that a link of the page leads to; empty where it has none. */
    private static String link(String page, String pattern) {
        Matcher found = Pattern.compile("href=\"([^\"]+)\"" + pattern).matcher(page);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private static long fees(String page) {
        return Pattern.compile("fee \\d+").matcher(page).results().count();
    }

    @Test
    void a_long_statement_is_shown_page_by_page_with_the_figures_of_all_of_it() {
        String id = financed("PRJ-B8");
        String fees = IntStream.rangeClosed(1, 1200).mapToObj(i -> "line,2024-03-20,-0.01,USD,fee " + i + "\n")
                .collect(Collectors.joining());
        await(statement(accountant, "PRJ-B8", MARCH.replace("line,2024-03-20,-2.50,USD,fee\n", fees)
                .replace("97.50", "88.00"), ""));
        Answer matched = accountant.posts(BANK + "/" + id + "/matches/proposed", body("\"days\":5")).thenStatus(200);
        assertThat(matched.at("/pairs/0/recorded")).isEqualTo("true");
        served.ledger().views().awaitIndex(served.ledger().gateway().reader().size() - 1, Duration.ofSeconds(20));

        String first = served.anyone().gets("/bank/" + id + "?lang=en").thenStatus(200).text();
        String second = served.anyone().gets(link(first, " rel=\"next\"")).thenStatus(200).text();
        String third = served.anyone().gets(link(second, " rel=\"next\"")).thenStatus(200).text();

        for (String page : new String[] {first, second, third}) {
            assertThat(page).contains("88.00 USD", "100 USD", "-12.00 USD",
                    "<small class=\"count\">1200</small>");
        }
        assertThat(first).contains("fee 1<", "fee 500<").doesNotContain("fee 501<", "GBC-1", "rel=\"first\"");
        assertThat(second).contains("fee 501<", "fee 1000<", "First page");
        assertThat(third).contains("fee 1001<", "fee 1200<", "GBC-1").doesNotContain("rel=\"next\"");
        assertThat(fees(first) + fees(second) + fees(third)).isEqualTo(1200);
        assertThat(served.anyone().gets(link(third, ">Lines of the bank without an entry")).text()).contains("fee 1<");
        assertThat(link(first, ">Matched")).contains("page=3", "#matched");
        assertThat(link(third, " [^>]*hreflang=\"vi\"")).contains("page=3");
        assertThat(served.anyone().gets("/bank/" + id + "?lang=vi").text()).contains("Trang sau")
                .doesNotContain("Trang đầu");
        served.anyone().gets("/bank/" + id + "?page=2147483647").thenStatus(200);
    }

    @Test
    void matching_what_is_proposed_can_be_tried_and_takes_no_terms_of_a_single_command() {
        String id = financed("PRJ-B7");
        await(statement(accountant, "PRJ-B7", MARCH, ""));
        String route = BANK + "/" + id + "/matches/proposed";

        Answer tried = accountant.posts(route + "?dryRun=true", body("\"days\":5")).thenStatus(200);
        assertThat(tried.at("/pairs/0/wouldMatch")).isEqualTo("true");
        assertThat(tried.at("/pairs/0/recorded")).isEqualTo("false");
        Map.of("If-Match", "\"1\"", "If-None-Match", "*", "Idempotency-Key", "mine").forEach((header, value) -> {
            Answer refused = accountant.with(header, value)
                    .posts(route, body("\"days\":5")).thenProblem(400, "request.wrong-parameter");
            assertThat(refused.at("/arguments/parameter")).isEqualTo(header);
        });
        accountant.posts(route + "?wait=sealed", body("\"days\":5")).thenProblem(400, "request.wrong-parameter");

        Answer matched = accountant.posts(route, body("\"days\":5")).thenStatus(200);
        assertThat(matched.at("/pairs/0/recorded")).isEqualTo("true");
        assertThat(matched.at("/pairs/0/wouldMatch")).isEqualTo("false");
        String described = served.anyone().gets("/v3/api-docs").json()
                .at("/paths/~1api~1v1~1bank-accounts~1{id}~1matches~1proposed/post").toString();
        assertThat(described).contains("dryRun", "\"200\"").doesNotContain("If-Match", "Idempotency-Key", "\"wait\"",
                "\"201\"", "\"412\"");
    }

    @Test
    void nothing_is_matched_or_reconciled_on_figures_of_before() throws SQLException {
        String id = financed("PRJ-B5");
        try (Connection held = served.holdViews()) {
            AidStory.registered(officer, "PRJ-B6");
            Answer refused = accountant.posts(BANK + "/" + id + "/matches/proposed", body("\"days\":5"))
                    .thenProblem(503, "server.behind");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void an_officer_who_posts_does_not_reconcile() {
        String id = financed("PRJ-B2");
        statement(officer, "PRJ-B2", MARCH, "").thenProblem(403, "request.not-allowed");
        officer.posts(BANK + "/" + id + "/reconciliations", body("\"to\":\"2024-03-31\""))
                .thenProblem(403, "request.not-allowed");
    }

    @Test
    void a_file_that_cannot_be_taken_in_is_told_with_its_line() {
        financed("PRJ-B3");
        Answer unread = statement(accountant, "PRJ-B3", MARCH.replace("100.00", "100,00"), "");
        unread.thenProblem(422, "csv.cells-differ");
        assertThat(unread.at("/arguments/line")).isEqualTo("3");
        statement(accountant, "PRJ-B3", MARCH.replace("97.50", "97.05"), "")
                .thenProblem(422, "bank.does-not-add-up");
        statement(accountant, "PRJ-NONE", MARCH, "").thenProblem(422, "csv.account-unknown");
        accountant.gets(BANK + "/BNK-none").thenProblem(404, "request.not-found");
        accountant.gets(BANK + "/BNK-none/proposals?days=-1").thenProblem(400, "request.wrong-parameter");
    }

    @Test
    void a_wrong_match_and_a_wrong_statement_are_withdrawn() {
        String id = financed("PRJ-B4");
        await(statement(accountant, "PRJ-B4", MARCH, ""));
        accountant.posts(BANK + "/" + id + "/matches/proposed", body("\"days\":5")).thenStatus(200);
        accountant.posts(BANK + "/" + id + "/statement-withdrawals",
                body("\"to\":\"2024-03-31\",\"text\":\"of another account\"")).thenProblem(422, "bank.lines-matched");
        accountant.posts(BANK + "/" + id + "/match-withdrawals", body("\"match\":1,\"text\":\"a slip\""))
                .thenStatus(201);
        accountant.posts(BANK + "/" + id + "/statement-withdrawals?wait=projected",
                body("\"to\":\"2024-03-31\",\"text\":\"of another account\"")).thenStatus(201);
        accountant.gets(BANK + "/" + id).thenProblem(404, "request.not-found");
        statement(accountant, "PRJ-B4", MARCH, "").thenStatus(201);
    }
}
