package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendEngineTest {

    private static final String DIGEST = "00".repeat(32);

    private TestDatabase database;
    private LogUnderTest log;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        log = new LogUnderTest(database);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void the_first_event_has_index_0_and_the_next_ones_follow() throws SQLException {
        assertThat(log.append(pledge("PRJ-1", 0)).firstIndex()).isZero();
        AppendResult second = log.append(pledge("PRJ-1", 1), pledge("PRJ-1", 2));
        assertThat(second.firstIndex()).isEqualTo(1);
        assertThat(second.lastIndex()).isEqualTo(2);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void a_taken_version_and_a_skipped_version_are_conflicts() throws SQLException {
        log.append(pledge("PRJ-1", 0));
        assertThatThrownBy(() -> log.append(pledge("PRJ-1", 0))).isInstanceOf(AppendFailure.Conflict.class);
        assertThatThrownBy(() -> log.append(pledge("PRJ-1", 2))).isInstanceOf(AppendFailure.Conflict.class);
        assertThatThrownBy(() -> log.append(pledge("PRJ-2", 1))).isInstanceOf(AppendFailure.Conflict.class);
        assertThat(log.assertSound()).hasSize(1);
    }

    @Test
    void a_precondition_holds_until_an_event_with_its_tag_is_appended() throws SQLException {
        Tag tag = Tag.inspects("PRJ-1", "lan");
        AppendTerms unseen = new AppendTerms();
        unseen.require(tag, -1);
        log.engine.append(List.of(pledge("PRJ-1", 0)), unseen);
        AppendTerms tagging = new AppendTerms();
        tagging.tag(tag);
        log.engine.append(List.of(pledge("PRJ-2", 0)), tagging);
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-1", 1)), unseen))
                .isInstanceOf(AppendFailure.Conflict.class);
        assertThat(log.tags.lastSeen(tag)).isEqualTo(1);
        AppendTerms seen = new AppendTerms();
        seen.require(tag, 1);
        log.engine.append(List.of(pledge("PRJ-1", 1)), seen);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void of_two_preconditions_on_one_tag_the_stricter_counts() throws SQLException {
        Tag tag = Tag.inspects("PRJ-1", "lan");
        AppendTerms tagging = new AppendTerms();
        tagging.tag(tag);
        log.engine.append(List.of(pledge("PRJ-1", 0)), tagging);
        AppendTerms both = new AppendTerms();
        both.require(tag, -1);
        both.require(tag, 0);
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-1", 1)), both))
                .isInstanceOf(AppendFailure.Conflict.class);
        assertThat(log.assertSound()).hasSize(1);
    }

    @Test
    void versions_of_one_append_follow_each_other() throws SQLException {
        assertThatThrownBy(() -> log.append(pledge("PRJ-1", 0), pledge("PRJ-1", 2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("version 2 of PRJ-1");
        assertThat(log.assertSound()).isEmpty();
    }

    @Test
    void an_idempotency_key_is_answered_once_and_for_ever() throws SQLException {
        AppendTerms terms = new AppendTerms();
        terms.answers(new IdempotencyKey("k1", DIGEST));
        AppendResult first = log.engine.append(List.of(pledge("PRJ-1", 0)), terms);
        assertThatThrownBy(() -> log.engine.append(List.of(pledge("PRJ-1", 1)), terms))
                .isInstanceOf(AppendFailure.KeyUsed.class);
        assertThat(new Answers(log.app).find("k1"))
                .contains(new Answers.Answer(DIGEST, first.firstIndex(), first.lastIndex()));
        assertThat(log.assertSound()).hasSize(1);
    }

    @Test
    void appends_with_a_key_and_without_one_take_turns() throws SQLException {
        for (int version = 0; version < 40; version += 2) {
            AppendTerms keyed = new AppendTerms();
            keyed.answers(new IdempotencyKey("k" + version, DIGEST));
            log.append(pledge("PRJ-1", version));
            log.engine.append(List.of(pledge("PRJ-1", version + 1)), keyed);
            assertThat(new Answers(log.app).find("k" + version))
                    .contains(new Answers.Answer(DIGEST, version + 1, version + 1));
        }
        assertThat(log.assertSound()).hasSize(40);
    }

    @Test
    void of_a_group_each_key_is_answered_with_what_was_appended_for_it() throws Exception {
        Map<String, Answers.Answer> expected = new ConcurrentHashMap<>();
        try (var together = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                String stream = "PRJ-" + w;
                int events = w % 3 + 1;
                boolean isKeyed = w % 2 == 0;
                writers.add(() -> {
                    for (int version = 0; version < 50 * events; version += events) {
                        AppendTerms terms = new AppendTerms();
                        String key = stream + "/" + version;
                        if (isKeyed) {
                            terms.answers(new IdempotencyKey(key, DIGEST));
                        }
                        AppendResult result = log.engine.append(LongStream.range(version, version + events)
                                .mapToObj(next -> pledge(stream, next)).toList(), terms);
                        if (isKeyed) {
                            expected.put(key, new Answers.Answer(DIGEST, result.firstIndex(), result.lastIndex()));
                        }
                    }
                    return null;
                });
            }
            for (var writer : together.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(expected).hasSize(4 * 50);
        Answers answers = new Answers(log.app);
        expected.forEach((key, answer) -> assertThat(answers.find(key)).contains(answer));
        log.assertSound();
    }

    @Test
    void of_two_engines_that_are_asked_with_one_key_at_once_one_answers() throws Exception {
        try (AppendEngine other = new AppendEngine(log.app, log.tags, InstantSource.system());
                var together = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 30; round++) {
                AppendTerms terms = new AppendTerms();
                terms.answers(new IdempotencyKey("k" + round, DIGEST));
                String stream = "PRJ-" + round;
                var here = together.submit(() -> log.engine.append(List.of(pledge(stream + "-here", 0)), terms));
                var there = together.submit(() -> other.append(List.of(pledge(stream + "-there", 0)), terms));
                int refused = 0;
                for (var asked : List.of(here, there)) {
                    try {
                        asked.get();
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(AppendFailure.KeyUsed.class);
                        refused++;
                    }
                }
                assertThat(refused).as("round %d", round).isEqualTo(1);
            }
        }
        assertThat(log.assertSound()).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void a_clock_three_seconds_off_writes_nothing(long seconds) throws SQLException {
        InstantSource off = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(seconds));
        try (AppendEngine engine = new AppendEngine(log.app, log.tags, off)) {
            assertThatThrownBy(() -> engine.append(List.of(pledge("PRJ-1", 0)), new AppendTerms()))
                    .isInstanceOf(AppendFailure.ClockOff.class)
                    .hasMessageContaining("2 s");
        }
        assertThat(log.assertSound()).isEmpty();
    }

    @Test
    void a_clock_that_goes_off_later_writes_nothing_until_it_is_set() throws SQLException {
        AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> Instant.now().plus(off.get());
        try (AppendEngine engine = new AppendEngine(log.app, log.tags, clock)) {
            engine.append(List.of(pledge("PRJ-1", 0)), new AppendTerms());
            for (String known : List.of("PRJ-1", "PRJ-2")) {
                off.set(AppendEngine.CLOCK_SKEW_MAX.plusSeconds(1));
                long version = known.equals("PRJ-1") ? 1 : 0;
                assertThatThrownBy(() -> engine.append(List.of(pledge(known, version)), new AppendTerms()))
                        .isInstanceOf(AppendFailure.ClockOff.class);
                off.set(Duration.ZERO);
                engine.append(List.of(pledge(known, version)), new AppendTerms());
            }
        }
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void what_an_engine_knows_goes_in_behind_a_fence_and_behind_an_append_of_another() throws SQLException {
        log.append(pledge("PRJ-1", 0));
        try (Connection other = log.app.getConnection()) {
            assertThat(Heads.fence(other, new HeadReader().read(other, LogHead.EMPTY))).isTrue();
        }
        assertThat(log.append(pledge("PRJ-1", 1)).firstIndex()).isEqualTo(1);
        try (AppendEngine another = new AppendEngine(log.app, log.tags, InstantSource.system())) {
            another.append(List.of(pledge("PRJ-2", 0)), new AppendTerms());
        }
        assertThat(log.append(pledge("PRJ-1", 2)).firstIndex()).isEqualTo(3);
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void recorded_times_never_decrease_even_when_a_clock_steps_back() throws SQLException {
        Instant first = log.append(pledge("PRJ-1", 0)).recordedAt();
        InstantSource behind = InstantSource.offset(InstantSource.system(), Duration.ofMillis(-1_500));
        try (AppendEngine engine = new AppendEngine(log.app, log.tags, behind)) {
            assertThat(engine.append(List.of(pledge("PRJ-1", 1)), new AppendTerms()).recordedAt()).isEqualTo(first);
        }
        log.assertSound();
    }

    @Test
    void two_engines_with_eight_writers_each_share_one_dense_log_and_a_conflict_fails_alone() throws Exception {
        List<Future<Integer>> writers = new ArrayList<>();
        try (LogUnderTest other = new LogUnderTest(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < 16; w++) {
                LogUnderTest mine = w % 2 == 0 ? log : other;
                String stream = "PRJ-" + w;
                writers.add(threads.submit(() -> writeWithConflicts(mine, stream)));
            }
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(20);
            }
        }
        assertThat(log.assertSound()).hasSize(16 * 200);
    }

    private static int writeWithConflicts(LogUnderTest log, String stream) {
        int conflicts = 0;
        for (int version = 0; version < 200; version++) {
            log.append(pledge(stream, version));
            if (version % 10 == 0) {
                try {
                    log.append(pledge(stream, version));
                } catch (AppendFailure.Conflict expected) {
                    conflicts++;
                }
            }
        }
        return conflicts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.entry set leaf = '\\x00'", "delete from ledger.entry",
        "truncate ledger.head",
        "delete from ledger.tile", "update ledger.entry set answer_first_index = 0",
        "truncate ledger.content, ledger.tag"})
    void nobody_changes_or_deletes_not_even_the_superuser(String sql) throws SQLException {
        log.append(pledge("PRJ-1", 0));
        for (TestDatabase.Role role : TestDatabase.Role.values()) {
            try (Connection connection = database.dataSource(role).getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(append-only|permission denied).*");
            }
        }
    }

    @Test
    void a_dropped_connection_is_opened_again_and_the_answer_is_the_truth() throws SQLException {
        log.append(pledge("PRJ-1", 0));
        for (int version = 1; version < 10; version++) {
            try (Connection connection = database.dataSource(TestDatabase.Role.SUPERUSER).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and usename = 'aidledger_app'");
            }
            log.append(pledge("PRJ-1", version));
        }
        assertThat(log.assertSound()).hasSize(10);
    }

    @Test
    void the_size_known_at_a_time_is_found() {
        Instant before = Instant.now().minusSeconds(1);
        Instant first = log.append(pledge("PRJ-1", 0)).recordedAt();
        Instant second = log.append(pledge("PRJ-1", 1)).recordedAt();
        EntryReader reader = new EntryReader(log.app);
        assertThat(reader.sizeAt(before)).isZero();
        assertThat(reader.sizeAt(first.minusNanos(1_000))).isZero();
        assertThat(reader.sizeAt(second)).isEqualTo(2);
        assertThat(reader.sizeAt(second.plusSeconds(100))).isEqualTo(2);
    }
}
