package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aidledger.app.Main;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.RebuildReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ledger rebuild} in a process of its own, ended as by {@code kill -9} in the middle of a batch. */
class KilledRebuildTest {

    private static final String VIEW = "balance";
    private static final String HELD = "select max(next_index) from views_balance_shadow.position";
    private static final int KILLS = 2;
    /** Four batches, so that there is something left to do after each kill. */
    private static final int EVENTS_MIN = 4 * 16_384;
    private static final int TRANSACTIONS_EACH = 1_000;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    @Test
    void a_rebuild_that_is_killed_is_taken_up_by_another_process_and_ends_with_the_same_figures() throws Exception {
        try (TestDatabase database = TestDatabase.createMigrated()) {
            RebuildReport undisturbed;
            List<ProjectBalance> figures;
            try (Ledger ledger = Ledger.open(settings(database))) {
                assertThat(new IatiImport(ledger)
                        .run(file(), Submitter.atCommandLine("lan"), null, false, ImportProgress.NONE).events())
                        .isGreaterThan(EVENTS_MIN);
                ledger.views().rebuild(VIEW, Progress.SILENT);
                undisturbed = ledger.views().rebuild(VIEW, Progress.SILENT);
                figures = figures(ledger);
            }
            long reached = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                reached = killBeyond(reached, database);
                assertThat(reached).isLessThan(undisturbed.events());
            }
            List<Long> done = new ArrayList<>();
            try (Ledger ledger = Ledger.open(settings(database))) {
                RebuildReport report = ledger.views().rebuild(VIEW, (at, total) -> done.add(at));

                assertThat(done.getFirst()).as("it goes on from where the other was").isEqualTo(reached);
                assertThat(report.equal()).isTrue();
                assertThat(report.events()).isEqualTo(undisturbed.events());
                assertThat(report.digestShadow()).isEqualTo(undisturbed.digestShadow());
                assertThat(figures(ledger)).isEqualTo(figures);
            }
        }
    }

    private Map<String, String> environment(TestDatabase database) {
        return Map.of("LEDGER_DB_URL", database.url(), "LEDGER_DB_USER", database.user(Role.APP),
                "LEDGER_DB_PASSWORD", database.password(Role.APP));
    }

    private LedgerSettings settings(TestDatabase database) {
        return LedgerSettings.from(environment(database), folder, null);
    }

    private Path file() throws IOException {
        String transactions = String.join("", Collections.nCopies(TRANSACTIONS_EACH, """
                <transaction><transaction-type code="11"/><transaction-date iso-date="2024-05-06"/>
                <value value-date="2024-05-06">1234.56789</value></transaction>
                """));
        StringBuilder text = new StringBuilder("<iati-activities version=\"2.03\">");
        for (int events = 0; events < EVENTS_MIN; events += TRANSACTIONS_EACH) {
            text.append("""
                    <iati-activity default-currency="USD"><iati-identifier>XX-%d</iati-identifier>
                    <reporting-org ref="XX" type="10"><narrative>Owner</narrative></reporting-org>
                    <participating-org role="4" ref="XX"/>%s</iati-activity>
                    """.formatted(events, transactions));
        }
        return Files.writeString(folder.resolve("large.xml"), text.append("</iati-activities>"));
    }

    private static List<ProjectBalance> figures(Ledger ledger) {
        List<ProjectBalance> figures = new ArrayList<>();
        ledger.views().balances().ofEachProject(AsOf.now(), figures::add);
        return figures;
    }

    /**
     * Starts a rebuild and kills it inside a batch, with all that the batch writes written and not committed.
     *
     * @param before how many events the view that is being built holds already
     * @return how many it holds then, some more
     */
    private long killBeyond(long before, TestDatabase database) throws Exception {
        ProcessBuilder program =
                new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        Main.class.getName(), "rebuild", VIEW, "--data", folder.toString());
        program.environment().putAll(environment(database));
        program.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        Process rebuild = null;
        try (Barrier reading = new Barrier(database, "ledger.entry", "access exclusive")) {
            rebuild = program.start();
            reading.awaitSomebody();
            while (reading.number("select count(to_regclass('views_balance_shadow.block'))") == 0) {
                reading.letPass();
                reading.awaitSomebody();
            }
            try (Barrier batch = new Barrier(database, "views_balance_shadow.block", "share")) {
                reading.close();
                batch.awaitSomebody();
                while (batch.number(HELD) <= before) {
                    batch.letPass();
                    batch.awaitSomebody();
                }
                rebuild.destroyForcibly().waitFor();
            }
        } finally {
            if (rebuild != null) {
                rebuild.destroyForcibly();
            }
        }
        try (Barrier none = new Barrier(database, "ledger.migration", "access share")) {
            none.await("select count(*) from pg_stat_activity where datname = current_database()"
                    + " and usename = 'aidledger_app'", 0);
            return none.number(HELD);
        }
    }

    /** A table that whoever wants to work on waits for, until this is closed. */
    private static final class Barrier implements AutoCloseable {

        private final Connection connection;
        private final Statement statement;
        private final String lock;
        private final String waiting;

        Barrier(TestDatabase database, String table, String mode) throws SQLException {
            connection = database.superuser().getConnection();
            connection.setAutoCommit(false);
            statement = connection.createStatement();
            lock = "lock table " + table + " in " + mode + " mode";
            waiting = "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass";
            statement.execute(lock);
        }

        void awaitSomebody() throws SQLException {
            await(waiting, 1);
        }

        void await(String question, long answer) throws SQLException {
            long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (number(question) != answer) {
                assertThat(System.nanoTime()).as(question).isLessThan(giveUp);
            }
        }

        /** Whoever waits goes on to the end of its transaction, and waits again in the next one. */
        void letPass() throws SQLException {
            connection.rollback();
            statement.execute(lock);
        }

        long number(String question) throws SQLException {
            try (ResultSet row = statement.executeQuery(question)) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
