package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.log.Verdict;

/** Full verification, beside a raw cursor scan of the same rows. */
final class Verification implements Measurement {

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        Reading.fill(bench);
        double[] verify = new double[bench.rounds()];
        double[] scan = new double[bench.rounds()];
        for (int round = -1; round < bench.rounds(); round++) {
            long begin = System.nanoTime();
            Verdict verdict = new DatabaseVerification(bench.source(), List.of()).run(done -> {
            });
            double verified = bench.events() / ((System.nanoTime() - begin) / 1e9);
            if (!verdict.isSound() || verdict.size() != bench.events()) {
                throw new IllegalStateException("the benchmark's own log is not sound: " + verdict);
            }
            begin = System.nanoTime();
            scan(bench);
            double scanned = bench.events() / ((System.nanoTime() - begin) / 1e9);
            bench.log().accept("verify: %,.0f/s, raw cursor scan %,.0f/s".formatted(verified, scanned));
            if (round >= 0) { // the first one warms up
                verify[round] = verified;
                scan[round] = scanned;
            }
        }
        return List.of(Finding.atLeast("verify %,d events".formatted(bench.events()), Commands.perSecond(verify),
                "raw cursor scan " + Commands.perSecond(scan), Figures.ratio(verify, scan), 0.5));
    }

    private static void scan(Bench bench) throws SQLException {
        long bytes = 0;
        try (Connection connection = bench.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(4_096);
            try (ResultSet row = statement.executeQuery("select index, leaf from ledger.entry order by index")) {
                while (row.next()) {
                    bytes += row.getBytes(2).length + row.getLong(1) % 2;
                }
            }
            connection.commit();
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing to scan");
        }
    }
}
