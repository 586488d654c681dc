package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.aidledger.project.Party;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine knows of the log saves it questions and never makes it wrong, whoever else writes. */
class StandingTest {

    private static final Tag TAG = Tag.inspects("PRJ-1", "lan");
    private static final int BATCHES = 10;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private TestDatabase database;
    private LogUnderTest log;
    private LogUnderTest other;

    /** What the log must hold, kept beside it. */
    private final Map<String, Long> next = new HashMap<>();
    private final Map<Tag, Long> lastSeen = new HashMap<>();
    private final List<Tag> tags = new ArrayList<>(List.of(TAG, Tag.posts("lan"), Tag.posts("minh")));
    private long size;
    private int batches;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        log = new LogUnderTest(database);
        other = new LogUnderTest(database);
        for (int batch = 0; batch < BATCHES; batch++) {
            tags.add(Tag.inspected("PRJ-B" + batch));
        }
    }

    @AfterEach
    void close() {
        log.close();
        other.close();
        database.close();
    }

    @Test
    void what_another_engine_appended_counts_although_it_was_known_otherwise() throws SQLException {
        log.engine.append(List.of(pledge("PRJ-1", 0)), requiring(TAG, -1));
        other.engine.append(List.of(pledge("PRJ-1", 1)), tagged(TAG));
        assertThatThrownBy(() -> log.append(pledge("PRJ-1", 1))).isInstanceOf(AppendFailure.Conflict.class);
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-1", 2)), requiring(TAG, -1)))
                .isInstanceOf(AppendFailure.Conflict.class);
        log.engine.append(List.of(pledge("PRJ-1", 2)), requiring(TAG, 1));
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void what_came_with_a_batch_counts_although_it_was_known_otherwise() throws SQLException {
        Tag inspected = Tag.inspected("PRJ-B0");
        log.engine.append(List.of(pledge("PRJ-1", 0)), requiring(inspected, -1));
        new BulkAppend(log.engine, InstantSource.system()).append(new Pledges("PRJ-B0", 2, "k"));
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-1", 1)), requiring(inspected, -1)))
                .isInstanceOf(AppendFailure.Conflict.class);
        log.engine.append(List.of(pledge("PRJ-1", 1)), requiring(inspected, 1));
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void who_waits_for_another_nodes_long_batch_is_not_told_that_the_clock_is_off() throws Exception {
        log.append(pledge("PRJ-1", 0));
        try (Connection batch = log.app.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendResult> first = holdStepWhile(batch, threads);
            Thread.sleep(AppendEngine.CLOCK_SKEW_MAX.plusSeconds(1));
            batch.commit();
            assertThat(first.get().firstIndex()).isEqualTo(1);
        }
        assertThat(log.assertSound()).hasSize(2);
    }

    @Test
    void what_one_of_a_group_rests_on_and_another_carries_counts_from_then_on() throws Exception {
        log.append(pledge("PRJ-1", 0));
        try (Connection batch = log.app.getConnection();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<AppendResult> first = holdStepWhile(batch, threads);
            Thread resting = Thread.ofPlatform()
                    .start(() -> log.engine.append(List.of(pledge("PRJ-2", 0)), requiring(TAG, -1)));
            awaitParked(resting);
            Thread carrying = Thread.ofPlatform()
                    .start(() -> log.engine.append(List.of(pledge("PRJ-3", 0)), tagged(TAG)));
            awaitParked(carrying);
            batch.rollback();
            first.get();
            resting.join();
            carrying.join();
        }
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-2", 1)), requiring(TAG, -1)))
                .isInstanceOf(AppendFailure.Conflict.class);
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void of_two_of_a_group_who_rests_on_the_others_stream_is_not_hidden_by_it() throws Exception {
        log.append(pledge("PRJ-1", 0));
        try (Connection batch = log.app.getConnection();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<AppendResult> first = holdStepWhile(batch, threads);
            var writing = new FutureTask<>(() -> log.append(pledge("PRJ-2", 0)));
            awaitParked(Thread.ofPlatform().start(writing));
            AppendTerms idle = new AppendTerms();
            idle.requireNotActed("PRJ-2", -1, "lan");
            var resting = new FutureTask<>(() -> log.engine.append(List.of(pledge("PRJ-3", 0)), idle));
            awaitParked(Thread.ofPlatform().start(resting));
            batch.rollback();
            first.get();
            writing.get();
            assertThatThrownBy(resting::get).hasCauseInstanceOf(AppendFailure.Conflict.class);
        }
        AppendTerms others = new AppendTerms();
        others.requireNotActed("PRJ-2", 0, "lan");
        others.requireNotActed("PRJ-2", -1, "hoa \"lan\" \\ Hòa");
        log.engine.append(List.of(pledge("PRJ-3", 0)), others);
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void who_acted_is_told_by_name_whatever_the_name_and_the_entries_hold() throws SQLException {
        String actor = "Hòa \"H\" \\ Lê";
        log.append(pledge("PRJ-1", 0, "lan", Party.named("A \u0000 donor")), pledge("PRJ-1", 1, actor, null),
                pledge("PRJ-1", 2, "minh", Party.named("\"metadata\":{\"actor\":\"hoa\"}")));
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-2", 0)), notActed(0, actor)))
                .isInstanceOf(AppendFailure.Conflict.class);
        log.engine.append(List.of(pledge("PRJ-2", 0)), notActed(1, actor));
        log.engine.append(List.of(pledge("PRJ-2", 1)), notActed(-1, "hoa"));
        assertThat(log.assertSound()).hasSize(5);
    }

    private static AppendTerms notActed(long since, String actor) {
        AppendTerms terms = new AppendTerms();
        terms.requireNotActed("PRJ-1", since, actor);
        return terms;
    }

    /** Another transaction takes the next step and keeps it; an append waits for it. */
    private Future<AppendResult> holdStepWhile(Connection batch, ExecutorService threads) throws SQLException {
        batch.setAutoCommit(false);
        assertThat(Heads.fence(batch, new HeadReader().read(batch, LogHead.EMPTY))).isTrue();
        Future<AppendResult> waiting = threads.submit(() -> log.append(pledge("PRJ-1", 1)));
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            boolean blocked = false;
            while (!blocked) {
                assertThat(waiting).as("the append").isNotDone();
                try (ResultSet row = statement.executeQuery("select from pg_locks where not granted")) {
                    blocked = row.next();
                }
            }
        }
        return waiting;
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void whatever_two_engines_and_batches_append_each_answer_is_the_one_the_log_gives() throws SQLException {
        for (int step = 0; step < 600; step++) {
            LogUnderTest engine = random.nextInt(8) == 0 ? other : log;
            if (random.nextInt(60) == 0 && batches < BATCHES) {
                batch(engine);
            } else {
                append(engine, "step " + step + ", seed " + seed);
            }
        }
        assertThat(log.assertSound()).as("seed %d", seed).hasSize(Math.toIntExact(size));
    }

    private void batch(LogUnderTest engine) {
        String stream = "PRJ-B" + batches++;
        new BulkAppend(engine.engine, InstantSource.system()).append(new Pledges(stream, 3, stream));
        lastSeen.put(Tag.inspected(stream), size);
        next.put(stream, 3L);
        size += 3;
    }

    /** One append that may rest on what is no longer so. */
    private void append(LogUnderTest engine, String as) {
        String stream = "PRJ-" + random.nextInt(5);
        long version = next.getOrDefault(stream, 0L) + (random.nextInt(6) == 0 ? random.nextInt(-1, 2) : 0);
        boolean stands = version == next.getOrDefault(stream, 0L);
        AppendTerms terms = new AppendTerms();
        Map<Tag, Long> claims = new HashMap<>();
        for (int required = random.nextInt(3); required > 0; required--) {
            Tag tag = tags.get(random.nextInt(tags.size()));
            claims.put(tag, random.nextInt(6) == 0 ? -1 : lastSeen.getOrDefault(tag, -1L));
        }
        for (Map.Entry<Tag, Long> claim : claims.entrySet()) {
            terms.require(claim.getKey(), claim.getValue());
            stands &= lastSeen.getOrDefault(claim.getKey(), -1L) <= claim.getValue();
        }
        if (random.nextInt(4) == 0) {
            String beside = "PRJ-" + random.nextInt(5);
            long last = Math.max(-1, next.getOrDefault(beside, 0L) - 1 - (random.nextInt(6) == 0 ? 1 : 0));
            boolean acts = random.nextBoolean();
            terms.requireNotActed(beside, last, acts ? "lan" : "hoa");
            stands &= !acts || last >= next.getOrDefault(beside, 0L) - 1;
        }
        Tag carried = random.nextInt(4) == 0 ? tags.get(random.nextInt(3)) : null;
        if (carried != null) {
            terms.tag(carried);
        }
        if (stands) {
            assertThat(engine.engine.append(List.of(pledge(stream, version)), terms).firstIndex()).as(as)
                    .isEqualTo(size);
            next.put(stream, version + 1);
            if (carried != null) {
                lastSeen.put(carried, size);
            }
            size++;
        } else if (version >= 0) {
            assertThatThrownBy(() -> engine.engine.append(List.of(pledge(stream, version)), terms), as)
                    .isInstanceOf(AppendFailure.Conflict.class);
        }
    }

    private static AppendTerms requiring(Tag tag, long lastSeen) {
        AppendTerms terms = new AppendTerms();
        terms.require(tag, lastSeen);
        return terms;
    }

    private static AppendTerms tagged(Tag tag) {
        AppendTerms terms = new AppendTerms();
        terms.tag(tag);
        return terms;
    }
}
