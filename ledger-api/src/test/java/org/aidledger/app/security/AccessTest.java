package org.aidledger.app.security;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may what, on a ledger with nothing open that need not be. */
class AccessTest {

    private static final String OPENING = "{\"inspection\":\"INS-1\",\"title\":\"x\",\"projects\":[\"PRJ-1\"],"
            + "\"team\":[\"inspector\"],\"effectiveDate\":\"2024-05-01\"}";

    private static TestLedger served;

    @BeforeAll
    static void serve() {
        served = TestLedger.closed();
        served.as("officer").posts(PROJECTS, registration("PRJ-1")).thenStatus(201);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void without_a_login_only_what_gives_nothing_away_is_answered() {
        for (String path : new String[] {"/log/checkpoint", "/log/vkey", "/log/tile/0/000.p/1", "/actuator/health",
            "/actuator/info", "/v3/api-docs"}) {
            served.anyone().gets(path).thenStatus(200);
        }
        for (String path : new String[] {"/", "/projects/PRJ-1", "/api/v1/projects", "/api/v1/events/0",
            "/log/tile/entries/000.p/1", "/actuator", "/actuator/env", "/nowhere"}) {
            Answer answer = served.anyone().gets(path).thenProblem(401, "request.login-needed");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        }
        served.anyone().posts(PROJECTS, registration("PRJ-2")).thenProblem(401, "request.login-needed");
    }

    @Test
    void a_wrong_password_is_refused_also_after_the_right_one() {
        served.as("officer").gets("/api/v1/events/0").thenStatus(200);
        Caller wrong = served.anyone().with("Authorization", "Basic b2ZmaWNlcjp3cm9uZw==");
        wrong.gets("/api/v1/events/0").thenProblem(401, "request.login-needed");
        wrong.gets("/log/checkpoint").thenStatus(401);
        served.as("nobody").gets("/api/v1/events/0").thenProblem(401, "request.login-needed");
    }

    @Test
    void only_an_officer_enters_facts_of_projects_and_only_an_inspector_inspects() {
        for (String user : new String[] {"auditor", "inspector"}) {
            served.as(user).posts(PROJECTS, registration("PRJ-3")).thenProblem(403, "request.not-allowed");
            served.as(user).posts(PROJECTS + "/PRJ-1/pledges", "{}").thenProblem(403, "request.not-allowed");
        }
        for (String user : new String[] {"auditor", "officer"}) {
            served.as(user).posts("/api/v1/inspections", OPENING).thenProblem(403, "request.not-allowed");
        }
        served.as("inspector").posts("/api/v1/inspections", OPENING).thenStatus(201);
    }

    @Test
    void nothing_but_get_and_post_is_answered() {
        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            served.as("officer").sends(method, PROJECTS).thenProblem(403, "request.not-allowed");
        }
        served.as("officer").posts("/", "{}").thenStatus(403);
        served.as("officer").posts("/log/checkpoint", "{}").thenStatus(403);
    }

    @Test
    void whoever_may_get_may_ask_for_the_head() {
        for (String path : new String[] {"/log/checkpoint", "/log/vkey", "/log/tile/0/000.p/1", "/actuator/health"}) {
            assertThat(served.anyone().sends("HEAD", path).thenStatus(200).bytes()).isEmpty();
        }
        assertThat(served.as("officer").sends("HEAD", "/api/v1/events/0").thenStatus(200).header("Leaf-Hash"))
                .isNotEmpty();
        served.as("auditor").sends("HEAD", "/").thenStatus(200);
        served.anyone().sends("HEAD", "/api/v1/events/0").thenStatus(401);
        served.as("officer").sends("HEAD", "/log/tile/entries/000.p/1").thenStatus(403);
        served.as("officer").sends("HEAD", "/api/v1/evidence/periods/2024-05").thenStatus(403);
    }

    @Test
    void browsers_are_kept_in_bounds_and_no_session_is_made() {
        Answer answer = served.as("auditor").gets("/api/v1/events/0").thenStatus(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void health_tells_details_only_to_those_who_are_logged_in() {
        assertThat(served.anyone().gets("/actuator/health").text()).doesNotContain("components");
        assertThat(served.as("auditor").gets("/actuator/health").at("/status")).isEqualTo("UP");
    }
}
