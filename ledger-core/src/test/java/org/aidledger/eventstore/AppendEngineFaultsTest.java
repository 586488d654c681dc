package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.aidledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What goes wrong around the engine, in its callers, its driver or its database, is no harm to the others nor to the log. */
class AppendEngineFaultsTest {

    private static final int WRITERS = 8;

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
    void an_engine_that_closes_answers_everybody_and_writes_no_more() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                String stream = "PRJ-" + w;
                writers.add(threads.submit(() -> appendUntilRefused(stream)));
            }
            while (new EntryReader(log.app).size() < 100) {
                Thread.onSpinWait();
            }
            log.engine.close();
            int acknowledged = 0;
            for (Future<Integer> writer : writers) {
                acknowledged += writer.get(30, TimeUnit.SECONDS);
            }
            assertThat(log.assertSound()).hasSize(acknowledged);
        }
    }

    private int appendUntilRefused(String stream) {
        for (int version = 0; version < 20_000; version++) {
            try {
                log.append(pledge(stream, version));
            } catch (AppendFailure.NotWritten closed) {
                return version;
            }
        }
        throw new AssertionError("the engine still writes");
    }

    @Test
    void an_interrupted_caller_disturbs_nobody_and_stays_interrupted() throws Exception {
        int each = 100;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                String stream = "PRJ-" + w;
                boolean isInterrupted = w % 2 == 0;
                writers.add(threads.submit(() -> {
                    for (int version = 0; version < each; version++) {
                        if (isInterrupted) {
                            Thread.currentThread().interrupt();
                        }
                        log.append(pledge(stream, version));
                        assertThat(Thread.interrupted()).isEqualTo(isInterrupted);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(log.assertSound()).hasSize(WRITERS * each);
    }

    @Test
    void callers_interrupted_while_they_append_are_answered_as_if_they_were_not() throws Exception {
        int each = 200;
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            String stream = "PRJ-" + w;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int version = 0; version < each; version++) {
                    log.append(pledge(stream, version));
                }
            }, task -> threads.add(Thread.startVirtualThread(task))));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        for (int i = 0; i < 20 && !all.isDone(); i++) {
            Thread.sleep(25);
            threads.forEach(Thread::interrupt);
        }
        all.get(60, TimeUnit.SECONDS);
        assertThat(log.assertSound()).hasSize(WRITERS * each);
    }

    @Test
    void an_interrupted_bulk_append_is_done_once() throws Exception {
        BulkAppend bulk = new BulkAppend(log.engine, InstantSource.system());
        CompletableFuture<Boolean> stillInterrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            bulk.append(new Pledges("PRJ-1", 3, "k"));
            return Thread.interrupted();
        }, Thread::startVirtualThread);
        assertThat(stillInterrupted.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void an_event_that_breaks_its_connection_every_time_fails_alone_and_in_the_end() throws Exception {
        asSuperuser("""
                create function ledger.break() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'""",
                "create trigger break before insert on ledger.entry for each row when (new.stream = 'PRJ-breaks') "
                        + "execute function ledger.break()");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> breaking = threads.submit(() -> {
                assertThatThrownBy(() -> log.append(pledge("PRJ-breaks", 0)))
                        .isInstanceOf(AppendFailure.NotWritten.class);
            });
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                String stream = "PRJ-" + w;
                writers.add(threads.submit(() -> {
                    for (int version = 0; version < 20; version++) {
                        log.append(pledge(stream, version));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            breaking.get(60, TimeUnit.SECONDS);
        }
        assertThat(log.assertSound()).hasSize(WRITERS * 20);
    }

    @Test
    void a_database_that_has_lost_acknowledged_events_is_not_written_to() throws SQLException {
        for (int version = 0; version < 5; version++) {
            log.append(pledge("PRJ-1", version));
        }
        asSuperuser("alter table ledger.entry disable trigger append_only",
                "alter table ledger.head disable trigger append_only",
                "delete from ledger.entry where index >= 3", "delete from ledger.head where step > 3",
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and usename = 'aidledger_app'");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> log.append(pledge("PRJ-1", 5))).isInstanceOf(AppendFailure.class)
                    .hasMessageContaining("acknowledged");
        }
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void a_batch_that_fails_with_an_error_leaves_nothing_behind() throws SQLException {
        BulkAppend bulk = new BulkAppend(log.engine, InstantSource.system());
        Error failure = new OutOfMemoryError("as if, after the entries were written");
        BulkAppend.Batch exhausted = intercepting(BulkAppend.Batch.class, new Pledges("PRJ-1", 3, "k"),
                (method, answer) -> {
                    if (method.equals("contents")) {
                        throw failure;
                    }
                    return answer;
                });
        assertThatThrownBy(() -> bulk.append(exhausted)).isSameAs(failure);
        assertThat(log.assertSound()).isEmpty();
        log.append(pledge("PRJ-1", 0));
        assertThat(log.assertSound()).hasSize(1);
    }

    @Test
    void a_driver_that_fails_after_the_database_answered_is_not_asked_for_the_next_answer() throws SQLException {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (AppendEngine engine = new AppendEngine(failing(failure), log.tags, InstantSource.system())) {
            engine.append(List.of(pledge("PRJ-1", 0)), new AppendTerms());
            failure.set(new IllegalStateException("the driver failed"));
            assertThat(engine.append(List.of(pledge("PRJ-1", 1)), new AppendTerms()).firstIndex()).isEqualTo(1);
            assertThat(failure.get()).isNull();
            assertThat(engine.append(List.of(pledge("PRJ-1", 2)), new AppendTerms()).firstIndex()).isEqualTo(2);
        }
        assertThat(log.assertSound()).hasSize(3);
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Connections whose append, once it was executed, throws what is given, once. */
    private PGSimpleDataSource failing(AtomicReference<@Nullable RuntimeException> failure) {
        PGSimpleDataSource source = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return intercepting(Connection.class, real, (method, answer) -> answer instanceof PreparedStatement call
                        ? intercepting(PreparedStatement.class, call, (asked, result) -> {
                            RuntimeException thrown =
                                    asked.equals("executeLargeUpdate") ? failure.getAndSet(null) : null;
                            if (thrown != null) {
                                throw thrown;
                            }
                            return result;
                        })
                        : answer);
            }
        };
        source.setUrl(database.url());
        source.setUser(database.user(TestDatabase.Role.APP));
        source.setPassword(database.password(TestDatabase.Role.APP));
        return source;
    }

    private interface After {
        @Nullable
        Object answer(String method, @Nullable Object answer);
    }

    private static <T> T intercepting(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    try {
                        return after.answer(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
