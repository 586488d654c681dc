package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a load of appends something dies at a random moment, again and again, on PostgreSQL that waits for the disk. */
class DyingProcessesTest {

    private static final int WRITERS = 8;
    private static final int TIMES = 3;
    private static final int TIMES_LONG = 20;

    @TempDir Path folder;

    private final long seed = Long.getLong("seed", 20_240_301L);
    private final Random random = new Random(seed);
    private final Promises promises = new Promises();

    @Test
    void a_killed_application_has_kept_every_promise() throws Exception {
        killApplications(TIMES);
    }

    @Test
    @Tag("faults")
    void twenty_killed_applications_have_kept_every_promise() throws Exception {
        killApplications(TIMES_LONG);
    }

    @Test
    void an_application_whose_connections_are_terminated_keeps_every_promise() throws Exception {
        terminateConnections(TIMES);
    }

    @Test
    @Tag("faults")
    void an_application_whose_connections_are_terminated_twenty_times_keeps_every_promise() throws Exception {
        terminateConnections(TIMES_LONG);
    }

    @Test
    void an_application_whose_database_stops_at_once_keeps_every_promise() throws Exception {
        crashDatabase(TIMES);
    }

    @Test
    @Tag("faults")
    void an_application_whose_database_stops_at_once_twenty_times_keeps_every_promise() throws Exception {
        crashDatabase(TIMES_LONG);
    }

    private void killApplications(int times) throws Exception {
        try (TestDatabase database = TestDatabase.createDurable()) {
            for (int i = 0; i < times; i++) {
                try (Node node = Node.start(database.url(), folder, "n" + i, WRITERS, promises)) {
                    node.awaitAcknowledged(20 + random.nextInt(500));
                    Thread.sleep(random.nextInt(20));
                    node.kill();
                }
            }
            report(database, times + " kills");
        }
    }

    private void terminateConnections(int times) throws Exception {
        try (TestDatabase database = TestDatabase.createDurable();
                Node node = Node.start(database.url(), folder, "n", WRITERS, promises)) {
            int terminated = 0;
            for (int i = 0; i < times; i++) {
                node.awaitAcknowledged(20 + random.nextInt(200));
                terminated += terminate(database, i % 2 == 0 ? "query like 'insert into ledger.%'" : "true");
            }
            node.awaitAcknowledged(100);
            node.stop();
            assertThat(terminated).isGreaterThanOrEqualTo(times);
            report(database, terminated + " connections terminated, " + times + " times");
        }
    }

    private void crashDatabase(int times) throws Exception {
        try (TestDatabase database = TestDatabase.createAlone();
                Node node = Node.start(database.url(), folder, "n", WRITERS, promises)) {
            for (int i = 0; i < times; i++) {
                node.awaitAcknowledged(20 + random.nextInt(200));
                database.crash();
                Thread.sleep(random.nextInt(300));
                database.restart();
            }
            node.awaitAcknowledged(100);
            node.stop();
            report(database, times + " immediate stops of PostgreSQL");
        }
    }

    /** @return how many of the application's connections that was */
    private static int terminate(TestDatabase database, String which) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                                + " and usename = 'aidledger_app' and " + which)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void report(TestDatabase database, String what) throws SQLException {
        long events = promises.assertKept(database.url(), folder);
        System.out.printf("faults: %s (seed %d): %d events, %d acknowledged, not written %s%n", what, seed, events,
                promises.acknowledged(), promises.denied());
    }
}
