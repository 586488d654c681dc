package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that goes away while somebody is answered from it. */
class LostDatabaseTest {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"/api/v1/projects, views_project.project", "/api/v1/events/0, ledger.entry",
        "/api/v1/projects/PRJ-1/balance, views_balance.posting"})
    void who_reads_is_told_to_ask_again_and_not_that_the_ledger_failed(String path, String table) throws Exception {
        try (TestLedger served = TestLedger.demo(); Connection superuser = served.superuser().getConnection()) {
            AidStory.financed(served.as("officer"), "PRJ-1");
            served.ledger().views().awaitIndex(served.ledger().gateway().reader().size() - 1, WITHIN);
            superuser.setAutoCommit(false);
            execute(superuser, "lock table " + table + " in access exclusive mode");

            CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> served.as("auditor").gets(path));
            long deadline = System.nanoTime() + WITHIN.toNanos();
            while (!asked.isDone() && System.nanoTime() < deadline) {
                execute(superuser, "select pg_terminate_backend(pid) from pg_locks where not granted and relation = '"
                        + table + "'::regclass");
            }

            Answer answer = asked.join().thenProblem(503, "server.database-away");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.at("/detail")).contains("Ask again").doesNotContain("recorded:");
            superuser.rollback();
            served.as("auditor").gets(path).thenStatus(200);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
