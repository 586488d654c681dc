package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot left open, as a backup by pg_dump does, hardly slows appends down. A ratio of speeds, so never in a plain build. */
@Tag("faults")
class OpenSnapshotTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 3;
    private static final long WINDOW_SECONDS = 30;
    private static final double KEPT_MIN = 0.8;

    @TempDir Path folder;

    private final Promises promises = new Promises();

    @Test
    void after_a_minute_beside_an_open_snapshot_appends_keep_their_rate() throws Exception {
        try (TestDatabase database = TestDatabase.createDurable();
                Node node = Node.start(database.url(), folder, "n", WRITERS, promises)) {
            node.awaitReady();
            rate(node);
            List<Double> without = new ArrayList<>(List.of(rate(node)));
            List<Double> beside = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                try (Connection _ = snapshot(database)) {
                    rate(node);
                    beside.add(rate(node));
                }
                without.add(rate(node));
            }
            node.stop();
            System.out.printf("faults: appends/s without a snapshot %s, in the second half minute of one %s%n", without,
                    beside);
            assertThat(median(beside)).isGreaterThan(KEPT_MIN * median(without));
            promises.assertKept(database.url(), folder);
        }
    }

    private static Connection snapshot(TestDatabase database) throws SQLException {
        Connection connection = database.superuser().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select count(*) from ledger.head");
        }
        return connection;
    }

    /** Commands acknowledged a second, over one window. */
    private static double rate(Node node) throws InterruptedException {
        long before = node.acknowledged();
        long start = System.nanoTime();
        Thread.sleep(WINDOW_SECONDS * 1_000);
        return Math.round((node.acknowledged() - before) / ((System.nanoTime() - start) / 1e9));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
