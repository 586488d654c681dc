package org.aidledger.view.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.view.AsOf;
import org.aidledger.view.Fold;
import org.aidledger.view.Projection;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.rebuild.RebuildReport.Comparison;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuilderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final TestLog LOG = new TestLog();
    private static final Projection BALANCE = new BalanceProjection();
    private static final Rebuilder REBUILDER = new Rebuilder(LOG.app(), LOG.reader(), Catalogue.ledger());

    @BeforeAll
    static void live() {
        System.out.println("RebuilderTest seed " + SEED);
        new RandomLives(SEED, 20).live(LOG, 20_000);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @BeforeEach
    void no_views() {
        TestView.inTransaction(LOG.app(), connection -> {
            ViewSchema.live("balance").drop(connection);
            ViewSchema.shadow("balance").drop(connection);
        });
    }

    @Test
    void a_missing_view_is_built_and_the_report_says_that_there_was_none() {
        RebuildReport report = REBUILDER.rebuild(BALANCE, Progress.SILENT);

        assertThat(report.comparison()).isEqualTo(Comparison.NO_LIVE_VIEW);
        assertThat(report.events()).isEqualTo(LOG.size());
        assertThat(position("balance")).isEqualTo(LOG.size());
    }

    @Test
    void a_rebuilt_view_equals_the_live_one_whatever_batches_that_was_folded_in() {
        liveInRandomBatches((int) LOG.size());
        List<ProjectBalance> before = balances();

        RebuildReport report = REBUILDER.rebuild(BALANCE, Progress.SILENT);

        assertThat(report.equal()).isTrue();
        assertThat(report.digestLive()).isEqualTo(report.digestShadow()).hasSize(64);
        assertThat(report.comparedAt()).isEqualTo(LOG.size());
        assertThat(balances()).isEqualTo(before);
        assertThat(schemas()).containsExactly("views_balance");
    }

    @Test
    void a_live_view_that_lags_is_compared_where_it_is() {
        liveInRandomBatches(11_111);

        RebuildReport report = REBUILDER.rebuild(BALANCE, Progress.SILENT);

        assertThat(report.equal()).isTrue();
        assertThat(report.comparedAt()).isEqualTo(11_111);
        assertThat(REBUILDER.catchUp(BALANCE, Progress.SILENT)).isEqualTo(LOG.size());
    }

    @Test
    void a_live_view_that_somebody_changed_is_found_out_and_replaced() {
        liveInRandomBatches((int) LOG.size());
        List<ProjectBalance> before = balances();
        TestView.inTransaction(LOG.app(), connection -> connection.createStatement()
                .execute(
                        "update views_balance.posting set amount = amount + 1 where event_index = (select max(event_index) from views_balance.posting)"));

        RebuildReport report = REBUILDER.rebuild(BALANCE, Progress.SILENT);

        assertThat(report.comparison()).isEqualTo(Comparison.DIFFERENT);
        assertThat(report.digestLive()).isNotEqualTo(report.digestShadow());
        assertThat(balances()).isEqualTo(before);
    }

    @Test
    void a_rebuild_that_was_killed_goes_on_where_it_stopped() {
        assertThatIllegalStateException().isThrownBy(() -> REBUILDER.rebuild(BALANCE, (done, total) -> {
            if (done > 10_000) {
                throw new IllegalStateException("killed");
            }
        })).withMessage("killed");
        List<Long> done = new ArrayList<>();

        RebuildReport report = REBUILDER.rebuild(BALANCE, (at, total) -> done.add(at));

        assertThat(done.getFirst()).isGreaterThan(10_000);
        assertThat(report.events()).isEqualTo(LOG.size());
        assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).equal()).isTrue();
    }

    @Test
    void a_view_of_another_version_is_replaced_without_being_compared() {
        liveInRandomBatches(500);
        writtenBy(0, LOG);

        assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).comparison())
                .isEqualTo(Comparison.LIVE_VIEW_OF_ANOTHER_VERSION);
        assertThat(position("balance")).isEqualTo(LOG.size());
    }

    @Test
    void two_rebuilds_of_one_view_exclude_each_other() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CompletableFuture<RebuildReport> running =
                CompletableFuture.supplyAsync(() -> REBUILDER.rebuild(BALANCE, (done, total) -> {
                    first.countDown();
                    await(second);
                }));
        await(first);

        assertThatThrownBy(() -> REBUILDER.rebuild(BALANCE, Progress.SILENT)).isInstanceOf(RebuildUnderWay.class);

        second.countDown();
        assertThat(running.join().events()).isEqualTo(LOG.size());
    }

    @Test
    void a_rebuild_beside_a_fold_that_goes_on_loses_nothing_and_doubles_nothing() {
        liveInRandomBatches(5_000);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> processor = CompletableFuture.runAsync(() -> foldOn(stop));

        RebuildReport first = REBUILDER.rebuild(BALANCE, Progress.SILENT);
        RebuildReport second = REBUILDER.rebuild(BALANCE, Progress.SILENT);
        stop.set(true);
        processor.join();

        assertThat(first.equal()).isTrue();
        assertThat(second.equal()).isTrue();
        REBUILDER.catchUp(BALANCE, Progress.SILENT);
        RebuildReport last = REBUILDER.rebuild(BALANCE, Progress.SILENT);
        assertThat(last.equal()).isTrue();
        assertThat(last.comparedAt()).isEqualTo(LOG.size());
    }

    @Test
    void a_view_that_another_version_goes_on_with_meanwhile_is_not_exchanged_for_one_that_holds_less()
            throws SQLException {
        try (TestLog log = new TestLog()) {
            RandomLives lives = new RandomLives(SEED, 5);
            lives.live(log, 200);
            TestView.build(BALANCE, log.app(), log.entries(), 100);
            writtenBy(0, log);
            Rebuilder rebuilder = new Rebuilder(log.app(), log.reader(), Catalogue.ledger());
            CompletableFuture<RebuildReport> running;
            try (Connection older = log.app().getConnection()) {
                older.setAutoCommit(false);
                ViewSchema.live("balance").enter(older);
                Fold.step(new Older(BALANCE), log.entries(), older);
                running = CompletableFuture.supplyAsync(() -> rebuilder.rebuild(BALANCE, Progress.SILENT));
                await(log, "select exists (select from pg_locks where not granted)");
                lives.live(log, 50);
                Fold.step(new Older(BALANCE), log.entries(), older);
                older.commit();
            }

            assertThat(running.join().events()).isEqualTo(250);
            assertThat(rebuilder.rebuild(BALANCE, Progress.SILENT).comparedAt()).isEqualTo(250);
        }
    }

    @Test
    void a_view_that_a_newer_program_wrote_is_left_alone_until_a_rebuild_is_asked_for() {
        liveInRandomBatches(500);
        writtenBy(BALANCE.version() + 1, LOG);

        assertThatIllegalStateException().isThrownBy(() -> REBUILDER.catchUp(BALANCE, Progress.SILENT))
                .withMessageContaining("of version " + (BALANCE.version() + 1))
                .withMessageContaining("knows version " + BALANCE.version())
                .withMessageContaining("./ledger rebuild balance");
        assertThat(position("balance")).isEqualTo(500);

        assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).events()).isEqualTo(LOG.size());
        assertThat(REBUILDER.catchUp(BALANCE, Progress.SILENT)).isEqualTo(LOG.size());
    }

    @Test
    void a_view_that_an_older_program_wrote_is_built_anew_unasked() {
        liveInRandomBatches(500);
        writtenBy(BALANCE.version() - 1, LOG);

        assertThat(REBUILDER.catchUp(BALANCE, Progress.SILENT)).isEqualTo(LOG.size());
    }

    @Test
    void what_somebody_still_reads_stays_and_stops_no_rebuild() throws SQLException {
        liveInRandomBatches(500);
        try (Connection reader = LOG.app().getConnection(); Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from views_balance.posting");
            assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).equal()).isTrue();

            assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).equal()).isTrue();

            assertThat(schemas()).hasSize(2).contains("views_balance").noneMatch("views_balance_shadow"::equals);
            reader.commit();
        }
        assertThat(REBUILDER.rebuild(BALANCE, Progress.SILENT).equal()).isTrue();
        assertThat(schemas()).containsExactly("views_balance");
    }

    @Test
    void who_waits_for_another_rebuild_holds_no_snapshot() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CompletableFuture<RebuildReport> running =
                CompletableFuture.supplyAsync(() -> REBUILDER.rebuild(BALANCE, (done, total) -> {
                    first.countDown();
                    await(second);
                }));
        await(first);

        Thread waiting = Thread.ofVirtual().start(() -> REBUILDER.ensure(BALANCE, Progress.SILENT));
        try {
            await(LOG, "select 2 <= count(*) from " + SESSIONS + " and query like '%advisory_lock%'");
            await(LOG, "select 0 = count(*) from " + SESSIONS + " and backend_xmin is not null");
        } finally {
            second.countDown();
        }
        assertThat(running.join().events()).isEqualTo(LOG.size());
        assertThat(waiting.join(PATIENCE)).isTrue();
    }

    private static final String SESSIONS =
            "pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    /** Asks until it is so. */
    private static void await(TestLog log, String question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!JdbcClient.create(log.app()).sql(question).query(Boolean.class).single()) {
            assertThat(System.nanoTime()).as(question).isLessThan(deadline);
        }
    }

    private static void writtenBy(int version, TestLog log) {
        TestView.inTransaction(log.app(), connection -> connection.createStatement()
                .execute("update views_balance.position set version = " + version));
    }

    /** The same projection as an older program has it. */
    private record Older(Projection projection) implements Projection {

        @Override
        public String name() {
            return projection.name();
        }

        @Override
        public int version() {
            return 0;
        }

        @Override
        public void apply(List<Entry> batch, Connection connection) throws SQLException {
            projection.apply(batch, connection);
        }
    }

    private static void liveInRandomBatches(int until) {
        Random random = new Random(SEED);
        TestView.build(BALANCE, LOG.app(), List.of(), 1);
        for (int from = 0; from < until;) {
            int to = Math.min(until, from + random.nextInt(1, 2_000));
            TestView.fold(BALANCE, LOG.app(), LOG.entries().subList(from, to), 2_000);
            from = to;
        }
    }

    /** What a live processor does: it goes on from where it believes the view is. */
    private static void foldOn(AtomicBoolean stop) {
        for (int from = 5_000; !stop.get() && from < LOG.size(); from += 50) {
            List<Entry> batch = LOG.entries().subList(from, from + 50);
            TestView.inTransaction(LOG.app(), connection -> {
                ViewSchema.live("balance").enter(connection);
                Fold.step(BALANCE, batch, connection);
            });
        }
    }

    private static List<ProjectBalance> balances() {
        List<ProjectBalance> balances = new ArrayList<>();
        new Balances(LOG.app()).ofEachProject(AsOf.now(), balances::add);
        return balances;
    }

    private static long position(String projection) {
        long[] position = new long[1];
        TestView.inTransaction(LOG.app(),
                connection -> position[0] = ViewSchema.live(projection).position(connection).orElseThrow().nextIndex());
        return position[0];
    }

    private static List<String> schemas() {
        List<String> names = new ArrayList<>();
        TestView.inTransaction(LOG.app(), connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select nspname from pg_namespace where nspname like 'views%'")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        });
        return names;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
