package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that goes away while somebody is answered from it. */
class LostDatabaseTest {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static TestLedger served;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        AidStory.financed(served.as("officer"), "PRJ-1");
        served.ledger().views().awaitIndex(served.ledger().gateway().reader().size() - 1, WITHIN);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/projects, views_project.project", "/api/v1/events/0, ledger.entry",
        "/api/v1/projects/PRJ-1/balance, views_balance.posting"})
    void who_reads_is_told_to_ask_again_and_not_that_the_ledger_failed(String path, String table) throws Exception {
        try (Connection superuser = served.superuser().getConnection()) {
            Answer answer = losing(superuser, table, () -> served.as("auditor").gets(path))
                    .thenProblem(503, "server.database-away");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.at("/detail")).contains("Ask again").doesNotContain("recorded:");
            served.as("auditor").gets(path).thenStatus(200);
        }
    }

    @Test
    void a_cursor_that_cannot_be_looked_up_now_is_not_called_wrong() throws Exception {
        Caller auditor = served.as("auditor");
        String cursor = auditor.gets("/api/v1/projects/PRJ-1/trail?pageSize=1").thenStatus(200).at("/next");
        try (Connection superuser = served.superuser().getConnection()) {
            losing(superuser, "ledger.head",
                    () -> auditor.gets("/api/v1/projects/PRJ-1/trail?pageSize=1&cursor=" + cursor))
                    .thenProblem(503, "server.database-away");
        }
    }

    @Test
    void a_page_says_so_too() throws Exception {
        try (Connection superuser = served.superuser().getConnection()) {
            Caller reader = served.anyone().with("Accept", "text/html").with("Accept-Language", "en");
            Answer answer =
                    losing(superuser, "views_balance.posting", () -> reader.gets("/projects/PRJ-1")).thenStatus(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.text()).contains("Not just now", "Reload the page in a moment");
            reader.gets("/projects/PRJ-1").thenStatus(200);
        }
    }

    /** What is answered while every connection that wants to read a table is ended. */
    private static Answer losing(Connection superuser, String table, Supplier<Answer> asking) throws SQLException {
        superuser.setAutoCommit(false);
        execute(superuser, "lock table " + table + " in access exclusive mode");
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(asking);
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!asked.isDone() && System.nanoTime() < deadline) {
            execute(superuser,
                    "select pg_terminate_backend(pid) from pg_locks where not granted and relation = '" + table
                            + "'::regclass");
        }
        superuser.rollback();
        return asked.join();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
