package org.aidledger.app.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.RebuildReport;
import org.aidledger.view.rebuild.Rebuilder;
import org.postgresql.PGConnection;

/** Rebuilding balances, beside a scan with decoding plus a plain COPY of the same rows; then balances at random clocks. */
final class ViewReading implements Measurement {

    private static final int PROJECT_QUERIES = 2_000;
    private static final int TOTAL_QUERIES = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 8 * 365;

    @Override
    public String name() {
        return "views";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        Reading.fill(bench);
        List<Finding> findings = new ArrayList<>();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(bench.source());
            pool.setMaximumPoolSize(6);
            findings.add(rebuild(bench, pool));
            findings.addAll(queries(bench, pool));
        }
        return findings;
    }

    private static Finding rebuild(Bench bench, DataSource pool) throws Exception {
        Rebuilder rebuilder = new Rebuilder(pool, new EntryReader(pool), Catalogue.ledger());
        rebuilder.rebuild(new BalanceProjection(), Progress.SILENT); // so that each round has a live view to compare with
        int rounds = Math.min(3, bench.rounds());
        double[] rebuild = new double[rounds];
        double[] yardstick = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            RebuildReport report = rebuilder.rebuild(new BalanceProjection(), Progress.SILENT);
            rebuild[round] = (System.nanoTime() - begin) / 1e9;
            double scan = seconds(() -> scanAndDecode(bench));
            double copy = copySameRows(bench);
            yardstick[round] = scan + copy;
            bench.log()
                    .accept("rebuild: %.1f s (%s); scan with decoding %.1f s + COPY with indices %.1f s".formatted(
                            rebuild[round],
                            report.comparison(), scan, copy));
        }
        return Finding.atMost("rebuild balances of %,d events".formatted(bench.events()),
                "%.1f s".formatted(Figures.median(rebuild)),
                "scan with decoding + COPY of the rows with indices %.1f s".formatted(Figures.median(yardstick)),
                Figures.ratio(rebuild, yardstick), 1.5);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void scanAndDecode(Bench bench) throws SQLException {
        try (Connection connection = bench.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(4_096);
            long decoded = 0;
            try (ResultSet row = statement.executeQuery("select leaf from ledger.entry order by index")) {
                while (row.next()) {
                    decoded += Catalogue.ledger().decode(row.getBytes(1)).index() >= 0 ? 1 : 0;
                }
            }
            connection.commit();
            if (decoded != bench.events()) {
                throw new IllegalStateException("decoded " + decoded + " of " + bench.events());
            }
        }
    }

    /** Copies the view's rows out (not timed) and in again, into tables of the same shape, then makes the same indices. */
    private static double copySameRows(Bench bench) throws SQLException, IOException {
        try (Connection connection = bench.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists copied cascade");
            statement.execute("create schema copied");
            double seconds = 0;
            for (String table : List.of("posting", "block", "aid_account")) {
                Path file = Files.createTempFile("aid-ledger-benchmark", ".copy");
                try {
                    copyOut(bench, table, file);
                    seconds += copyIn(connection, table, file);
                } finally {
                    Files.delete(file);
                }
            }
            statement.execute("drop schema copied cascade");
            return seconds;
        }
    }

    private static void copyOut(Bench bench, String table, Path file) throws SQLException, IOException {
        try (Connection reading = bench.source().getConnection(); var out = Files.newOutputStream(file)) {
            reading.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy views_balance." + table + " to stdout (format binary)", out);
        }
    }

    private static double copyIn(Connection connection, String table, Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement(); var in = Files.newInputStream(file)) {
            List<String> indexes = new ArrayList<>();
            statement
                    .execute("create table copied." + table + " (like views_balance." + table + " including defaults)");
            try (ResultSet row = statement.executeQuery(
                    "select indexdef from pg_indexes where schemaname = 'views_balance' and tablename = '" + table
                            + "'")) {
                while (row.next()) {
                    indexes.add(row.getString(1).replace("views_balance.", "copied."));
                }
            }
            long begin = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy copied." + table + " from stdin (format binary)", in, 1 << 16);
            for (String index : indexes) {
                statement.execute(index);
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static List<Finding> queries(Bench bench, DataSource pool) {
        Balances balances = new Balances(pool);
        SplittableRandom random = new SplittableRandom(7);
        double[] one = new double[PROJECT_QUERIES];
        double[] all = new double[TOTAL_QUERIES];
        for (int i = -PROJECT_QUERIES / 4; i < PROJECT_QUERIES; i++) {
            String project = CommandLoad.project(random.nextInt(CommandLoad.STREAMS)).value();
            AsOf asOf = asOf(random, bench.events());
            long begin = System.nanoTime();
            balances.ofProject(project, asOf);
            one[Math.max(0, i)] = (System.nanoTime() - begin) / 1e6;
        }
        for (int i = -TOTAL_QUERIES / 10; i < TOTAL_QUERIES; i++) {
            AsOf asOf = asOf(random, bench.events());
            long begin = System.nanoTime();
            balances.totals(asOf);
            all[Math.max(0, i)] = (System.nanoTime() - begin) / 1e6;
        }
        return List.of(Finding.under("one project's balance at random clocks", Figures.percentile(0.99, one), 10),
                Finding.plain("  the same, median", "%.1f ms".formatted(Figures.median(one))),
                Finding.under("totals of all projects at random clocks", Figures.percentile(0.99, all), 300),
                Finding.plain("  the same, median", "%.1f ms".formatted(Figures.median(all))));
    }

    private static AsOf asOf(SplittableRandom random, long events) {
        return AsOf.of(FIRST_DAY.plusDays(random.nextInt(DAYS)), random.nextLong(events + 1));
    }
}
