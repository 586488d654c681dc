package org.aidledger.view.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.AppendEngine;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.LedgerStorageEngine;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectId;
import org.aidledger.view.Projection;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.Rebuilder;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveProjectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomLives lives = new RandomLives(seed, 10);
    private final TestLog log = new TestLog();
    private final Rebuilder rebuilder = new Rebuilder(log.app(), log.reader(), Catalogue.ledger());
    private final AppendEngine engine =
            new AppendEngine(log.app(), new CachedTagIndex(log.app()), InstantSource.system());
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new LedgerStorageEngine(engine, new EntryReader(log.app()), Catalogue.ledger()))
            .fetchDelay(20).timeUnit(TimeUnit.MILLISECONDS).build();

    @BeforeEach
    void seed() {
        System.out.println("LiveProjectionsTest seed " + seed);
    }

    @AfterEach
    void drop() {
        store.shutDown();
        engine.close();
        log.close();
    }

    @Test
    void a_view_that_is_not_there_is_built_at_start_and_then_follows_the_log() {
        lives.live(log, 200);
        try (LiveProjections live = live(new BalanceProjection())) {
            live.start();
            assertThat(live.position("balance")).isEqualTo(200);

            lives.live(log, 300);

            assertThat(live.awaitIndex("balance", 499, PATIENCE)).isTrue();
            assertThat(live.lag("balance")).isZero();
            assertThat(live.status()).containsExactly(new LiveProjections.Status("balance", 500, 0, null));
        }
        assertRebuiltIsEqual();
    }

    @Test
    void an_index_that_is_not_there_is_not_waited_for_longer_than_asked() {
        try (LiveProjections live = live(new BalanceProjection())) {
            live.start();

            assertThat(live.awaitIndex("balance", 0, Duration.ofMillis(30))).isFalse();
        }
    }

    @Test
    void two_nodes_follow_the_same_view_and_each_entry_is_in_once() {
        try (LiveProjections one = live(new BalanceProjection()); LiveProjections two = live(new BalanceProjection())) {
            one.start();
            two.start();

            lives.live(log, 600);

            assertThat(one.awaitIndex("balance", 599, PATIENCE)).isTrue();
        }
        assertRebuiltIsEqual();
    }

    @Test
    void a_rebuild_while_the_view_follows_the_log_takes_its_place_unnoticed() throws InterruptedException {
        lives.live(log, 500);
        try (LiveProjections live = live(new BalanceProjection())) {
            live.start();
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    lives.live(log, 20);
                }
            });
            for (int i = 0; i < 4; i++) {
                assertThat(rebuilder.rebuild(new BalanceProjection(), Progress.SILENT).equal()).isTrue();
            }
            stop.set(true);
            assertThat(writer.join(PATIENCE)).isTrue();
            assertThat(live.awaitIndex("balance", log.size() - 1, PATIENCE)).isTrue();
            assertThat(live.status().getFirst().failure()).isNull();
        }
        assertRebuiltIsEqual();
    }

    @Test
    void a_fold_that_fails_is_tried_again_and_says_why_meanwhile() {
        rebuilder.ensure(new BalanceProjection(), Progress.SILENT);
        Stubborn stubborn = new Stubborn(new BalanceProjection());
        try (LiveProjections live = live(stubborn)) {
            live.start();
            stubborn.failing = true;
            lives.live(log, 50);
            awaitFailure(live, "out of order today");

            stubborn.failing = false;

            assertThat(live.awaitIndex("balance", 49, PATIENCE)).isTrue();
        }
        assertRebuiltIsEqual();
    }

    @Test
    void an_error_in_a_fold_is_told_leaves_the_view_to_others_and_is_tried_again() {
        rebuilder.ensure(new BalanceProjection(), Progress.SILENT);
        Stubborn stubborn = new Stubborn(new BalanceProjection());
        try (LiveProjections live = live(stubborn)) {
            live.start();
            stubborn.erring = true;
            lives.live(log, 50);
            awaitFailure(live, "no memory today");

            assertThat(rebuilder.catchUp(new BalanceProjection(), Progress.SILENT)).isEqualTo(50);
            stubborn.erring = false;
            lives.live(log, 10);

            assertThat(live.awaitIndex("balance", 59, PATIENCE)).isTrue();
        }
        assertRebuiltIsEqual();
    }

    @Test
    void a_processor_that_an_error_has_ended_is_told() {
        StreamableMessageSource<TrackedEventMessage<?>> broken = token -> {
            throw new NoClassDefFoundError("a part of the program is missing");
        };
        try (LiveProjections live = new LiveProjections(log.app(), broken, log.reader(), rebuilder,
                List.of(new BalanceProjection()))) {
            live.start();

            awaitFailure(live, "not being followed");
        }
    }

    @Test
    void an_index_is_waited_for_until_all_that_was_appended_with_it_is_in() {
        lives.live(log, 3);
        log.appendAll(List.of(activity(), activity(), activity()));
        TestView.build(new BalanceProjection(), log.app(), log.entries().subList(0, 5), 5);
        try (LiveProjections live = live(new BalanceProjection())) {
            assertThat(live.position("balance")).isEqualTo(3);
            assertThat(live.lag("balance")).isEqualTo(3);
            assertThat(live.awaitIndex("balance", 4, Duration.ZERO)).isFalse();

            TestView.fold(new BalanceProjection(), log.app(), log.entries(), 6);

            assertThat(live.awaitIndex("balance", 4, Duration.ZERO)).isTrue();
        }
    }

    private static TestLog.Draft activity() {
        return new TestLog.Draft("PRJ-X", Map.of(),
                new ActivityStatusReported(new ProjectId("PRJ-X"), "2", LocalDate.of(2024, 1, 1)));
    }

    private static void awaitFailure(LiveProjections live, String said) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!String.valueOf(live.status().getFirst().failure()).contains(said)) {
            assertThat(System.nanoTime()).as("%s is told in time", said).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private LiveProjections live(Projection projection) {
        return new LiveProjections(log.app(), store, log.reader(), rebuilder, List.of(projection));
    }

    private void assertRebuiltIsEqual() {
        assertThat(rebuilder.rebuild(new BalanceProjection(), Progress.SILENT).equal()).isTrue();
        TestView.inTransaction(log.app(),
                connection -> assertThat(ViewSchema.live("balance").position(connection).orElseThrow().nextIndex())
                        .isEqualTo(log.size()));
    }

    /** Fails while it is told to. */
    private static final class Stubborn implements Projection {

        private final Projection projection;
        private volatile boolean failing;
        private volatile boolean erring;

        Stubborn(Projection projection) {
            this.projection = projection;
        }

        @Override
        public String name() {
            return projection.name();
        }

        @Override
        public int version() {
            return projection.version();
        }

        @Override
        public void apply(List<Entry> batch, Connection connection) throws SQLException {
            projection.apply(batch, connection);
            if (failing) {
                throw new SQLException("out of order today");
            }
            if (erring) {
                throw new OutOfMemoryError("no memory today");
            }
        }
    }
}
