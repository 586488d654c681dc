package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures at two clocks, through HTTP. */
class BalanceRoutesTest {

    private static TestLedger served;
    private static Caller auditor;
    private static Answer paid;

    @BeforeAll
    static void given_a_project_that_pays_an_advance_after_its_money_came() {
        served = TestLedger.closed();
        auditor = served.as("auditor");
        Caller officer = served.as("officer");
        AidStory project = financed(officer, "PRJ-1");
        paid = officer.posts(project.path("disbursements") + "?wait=projected", advance("60.50")).thenStatus(201);
        registered(officer, "PRJ-2").enters("pledges?way=reported", "\"direction\":\"OUT\"," + money("7.12345"));
        officer.posts("/api/v1/projects/PRJ-2/pledges?way=reported&wait=projected",
                "{\"direction\":\"OUT\"," + money("1") + ",\"effectiveDate\":\"2025-01-01\"}").thenStatus(201);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String usd(Answer answer, String measure) {
        return answer.at("/currencies/0/measures/" + measure + "/amount");
    }

    @Test
    void a_project_shows_every_measure_with_all_its_digits() {
        Answer answer = auditor.gets("/api/v1/projects/PRJ-1/balance").thenStatus(200);

        assertThat(paid.at("/projected")).isEqualTo("true");
        assertThat(answer.at("/currencies/0/currency")).isEqualTo("USD");
        assertThat(usd(answer, "approved")).isEqualTo("100");
        assertThat(usd(answer, "disbursed")).isEqualTo("60.50");
        assertThat(usd(answer, "undisbursed")).isEqualTo("39.50");
        assertThat(usd(answer, "cashOnHand")).isEqualTo("39.50");
        assertThat(answer.at("/cash/0/moneyAccount")).isEqualTo("bidv-usd");
        assertThat(answer.at("/cash/0/amount")).isEqualTo("39.50");
        assertThat(answer.json().at("/currencies/0/measures/approved/amount").isString()).isTrue();
    }

    @Test
    void what_is_not_recorded_is_null_and_says_so() {
        Answer answer = auditor.gets("/api/v1/projects/PRJ-2/balance").thenStatus(200);

        assertThat(answer.at("/keepsCash")).isEqualTo("false");
        assertThat(usd(answer, "pledgedOut")).isEqualTo("8.12345");
        assertThat(usd(answer, "cashOnHand")).isEqualTo("null");
        assertThat(answer.at("/currencies/0/measures/cashOnHand/recorded")).isEqualTo("false");
        assertThat(answer.at("/currencies/0/measures/expenditure/recorded")).isEqualTo("true");
    }

    @Test
    void a_figure_can_be_asked_for_as_it_was_known_and_as_it_was_true() {
        String before = paid.at("/firstIndex");

        Answer known = auditor.gets("/api/v1/projects/PRJ-1/balance?known=" + before).thenStatus(200);
        Answer effective = auditor.gets("/api/v1/projects/PRJ-1/balance?effective=2024-03-31").thenStatus(200);
        Answer unbooked = auditor.gets("/api/v1/projects/PRJ-1/balance?booked=2024-03").thenStatus(200);

        assertThat(usd(known, "disbursed")).isEqualTo("0");
        assertThat(known.header("Known-At")).isEqualTo(before);
        assertThat(usd(effective, "disbursed")).isEqualTo("0");
        assertThat(usd(effective, "cashOnHand")).isEqualTo("100");
        assertThat(usd(unbooked, "cashOnHand")).isEqualTo("100");
        assertThat(auditor.gets("/api/v1/projects/PRJ-1/balance?known=2020-01-01").thenStatus(200).header("Known-At"))
                .isEqualTo("0");
    }

    @Test
    void an_answer_says_what_it_was_computed_at_and_keeps_its_address() {
        Answer answer = auditor.gets("/api/v1/projects/PRJ-1/balance?effective=2024-12-31").thenStatus(200);

        long size = served.ledger().gateway().reader().size();
        assertThat(answer.header("Known-At")).isEqualTo(Long.toString(size));
        assertThat(answer.at("/at/root")).isEqualTo(served.ledger().published().root(size).base64());
        assertThat(answer.at("/at/permanent"))
                .isEqualTo("/api/v1/projects/PRJ-1/balance?effective=2024-12-31&known=" + size);
        assertThat(auditor.gets(answer.at("/at/permanent")).text()).isEqualTo(answer.text());
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again() {
        Answer answer = auditor.gets("/api/v1/balances/totals").thenStatus(200);

        Answer again = auditor.with("If-None-Match", answer.header("ETag")).gets("/api/v1/balances/totals");

        assertThat(again.thenStatus(304).bytes()).isEmpty();
    }

    @Test
    void totals_add_up_all_projects_by_currency() {
        Answer answer = auditor.gets("/api/v1/balances/totals").thenStatus(200);

        assertThat(usd(answer, "pledgedIn")).isEqualTo("120");
        assertThat(usd(answer, "pledgedOut")).isEqualTo("8.12345");
        assertThat(usd(answer, "undisbursed")).isEqualTo("null");
    }

    @Test
    void the_trial_balance_of_one_project_and_of_all_adds_up_to_zero() {
        for (String query : new String[] {"", "?project=PRJ-1", "?known=4", "?effective=2024-03-01"}) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode account : auditor.gets("/api/v1/trial-balance" + query).thenStatus(200).json()
                    .get("accounts")) {
                sum = sum.add(new BigDecimal(account.get("amount").asString()));
            }
            assertThat(sum).as(query).isEqualByComparingTo("0");
        }
    }

    @Test
    void clocks_that_cannot_be_read_are_refused_and_unknown_projects_not_found() {
        for (String query : new String[] {"effective=31.12.2024", "known=-1", "known=yesterday", "known=2024-02-30",
            "booked=2024-13", "effective=2024-02-30"}) {
            auditor.gets("/api/v1/projects/PRJ-1/balance?" + query).thenProblem(400, "request.wrong-parameter");
        }
        auditor.gets("/api/v1/projects/PRJ-9/balance").thenProblem(404, "request.not-found");
        auditor.gets("/api/v1/trial-balance?project=PRJ-9").thenProblem(404, "request.not-found");
    }

    private static final List<String> PAGED = List.of("/api/v1/projects/PRJ-1/postings?measure=disbursed&currency=USD",
            "/api/v1/projects?", "/api/v1/projects/PRJ-1/trail?", "/api/v1/signals?", "/api/v1/donors?",
            "/api/v1/donors/active?from=2024-01-01&to=2024-12-31");
    private static final List<String> PAGED_BY_DAY = List.of("/api/v1/findings?", "/api/v1/deadlines?");

    private static String cursor(String plain) {
        return "&cursor=" + Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_page_that_goes_on_over_more_than_the_views_hold_is_refused_until_they_do() throws SQLException {
        try (TestLedger behind = TestLedger.demo()) {
            registered(behind.as("officer"), "PRJ-1");
            assertThat(behind.ledger().views().awaitIndex(0, Duration.ofSeconds(20))).isTrue();
            try (Connection held = behind.holdViews()) {
                registered(behind.as("officer"), "PRJ-2");
                for (String path : PAGED) {
                    Answer refused =
                            behind.as("auditor").gets(path + cursor("2:0.0")).thenProblem(503, "server.behind");
                    assertThat(refused.header("Retry-After")).isEqualTo("5");
                }
                for (String path : PAGED_BY_DAY) {
                    behind.as("auditor").gets(path + cursor("2:2024-06-30/0")).thenProblem(503, "server.behind");
                }
            }
            assertThat(behind.ledger().views().awaitIndex(1, Duration.ofSeconds(20))).isTrue();
            behind.as("auditor").gets("/api/v1/projects?" + cursor("2:PRJ-1")).thenStatus(200);
        }
    }

    @Test
    void a_cursor_that_no_answer_gave_is_refused() {
        long size = served.ledger().gateway().reader().size();
        String ahead = size + 1 + ":";
        for (String path : PAGED) {
            for (String wrong : new String[] {ahead, ahead + "1", "-1:1", "99999999999999999999:1", ":1", "1",
                "1:\0"}) {
                auditor.gets(path + cursor(wrong)).thenProblem(400, "request.wrong-parameter");
            }
            Answer refused = auditor.gets(path + "&cursor=*").thenProblem(400, "request.wrong-parameter");
            assertThat(refused.at("/arguments/parameter")).isEqualTo("cursor");
        }
        for (String path : PAGED_BY_DAY) {
            for (String wrong : new String[] {ahead + "2024-06-30/1", "1:7", "1:2024-06-30", "1:2024-06-31/1",
                "1:2024-06-30/-1", "1:2024-06-30/x"}) {
                auditor.gets(path + cursor(wrong)).thenProblem(400, "request.wrong-parameter");
            }
        }
    }

    @Test
    void health_tells_how_far_the_views_are() {
        Answer health = auditor.gets("/actuator/health").thenStatus(200);

        assertThat(health.at("/components/database/status")).isEqualTo("UP");
        assertThat(health.at("/components/liveViews/details/balance/lag")).isEqualTo("0");
    }
}
