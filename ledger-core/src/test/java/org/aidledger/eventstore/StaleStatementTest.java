package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aidledger.testing.TestDatabase;
import org.aidledger.tlog.TreeHasher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** An old backend runs a statement late: the fence decides, and what it says is final. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class StaleStatementTest {

    private static final SQLException LOST = new SQLException("lost");

    /** Whether it leaves out the checks, as its engine knows that what it rests on stands. */
    @Parameter private boolean isKnown;

    private TestDatabase database;
    private LogUnderTest log;
    private Connection old;
    private AppendConnection fresh;
    private LogHead head;
    private Group group;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        log = new LogUnderTest(database);
        log.append(pledge("PRJ-1", 0), pledge("PRJ-2", 0));
        old = log.app.getConnection();
        fresh = new AppendConnection(log.app);
        head = fresh.read(new HeadReader(), LogHead.EMPTY);
        Standing standing = new Standing();
        if (isKnown) {
            standing.appended(stamp(LogHead.EMPTY,
                    new Submission(List.of(pledge("PRJ-1", 0), pledge("PRJ-2", 0)), new AppendTerms()), standing));
        }
        group = stamp(head, new Submission(List.of(pledge("PRJ-1", 1), pledge("PRJ-2", 1)), new AppendTerms()),
                standing);
        assertThat(group.streamsToCheck.isEmpty()).isEqualTo(isKnown);
    }

    private Group stamp(LogHead on, Submission member, Standing standing) {
        return Group.stamp(on, head.recordedAt(), List.of(member), standing, new TreeHasher());
    }

    @AfterEach
    void close() throws SQLException {
        old.close();
        fresh.close();
        log.close();
        database.close();
    }

    @Test
    void after_the_fence_it_never_succeeds() throws SQLException {
        assertThat(isCommitted()).isFalse();
        assertThat(runs()).isInstanceOf(AppendStatement.Answer.HeadMoved.class);
        assertThat(log.assertSound()).hasSize(2);
        log.append(pledge("PRJ-1", 1));
        assertThat(runs()).isInstanceOf(
                isKnown ? AppendStatement.Answer.HeadMoved.class : AppendStatement.Answer.Conflicts.class);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void before_the_fence_it_is_found_committed() throws SQLException {
        assertThat(runs()).isInstanceOf(AppendStatement.Answer.Appended.class);
        assertThat(isCommitted()).isTrue();
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void before_the_fence_and_with_more_behind_it_it_is_found_committed() throws SQLException {
        runs();
        log.append(pledge("PRJ-1", 2));
        assertThat(isCommitted()).isTrue();
        assertThat(log.assertSound()).hasSize(5);
    }

    @Test
    void when_another_took_the_step_it_is_not_committed() throws SQLException {
        log.append(pledge("PRJ-3", 0));
        assertThat(isCommitted()).isFalse();
        assertThat(runs()).isInstanceOf(AppendStatement.Answer.HeadMoved.class);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void while_it_runs_the_fence_waits_and_then_finds_it_committed() throws Exception {
        old.setAutoCommit(false);
        runs();
        CompletableFuture<Boolean> committed = CompletableFuture.supplyAsync(this::isCommitted);
        awaitFenceWaiting(committed);
        old.commit();
        assertThat(committed.get()).isTrue();
        assertThat(log.assertSound()).hasSize(4);
    }

    @Test
    void while_it_runs_the_fence_waits_and_takes_the_step_it_gives_up() throws Exception {
        old.setAutoCommit(false);
        runs();
        CompletableFuture<Boolean> committed = CompletableFuture.supplyAsync(this::isCommitted);
        awaitFenceWaiting(committed);
        old.rollback();
        assertThat(committed.get()).isFalse();
        old.setAutoCommit(true);
        assertThat(runs()).isInstanceOf(AppendStatement.Answer.HeadMoved.class);
        assertThat(log.assertSound()).hasSize(2);
    }

    private AppendStatement.Answer runs() throws SQLException {
        return new AppendStatement(old).execute(group, InstantSource.system());
    }

    private boolean isCommitted() {
        return fresh.fenceAndFind(head, group.members.getFirst().events.getFirst().id(), LOST);
    }

    private void awaitFenceWaiting(CompletableFuture<Boolean> committed) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            boolean waiting = false;
            while (!waiting) {
                assertThat(committed).as("the fence").isNotDone();
                try (ResultSet row = statement.executeQuery(
                        "select from pg_locks where not granted and pid in (select pid from pg_stat_activity"
                                + " where datname = current_database() and query like 'insert into ledger.head%')")) {
                    waiting = row.next();
                }
            }
        }
    }
}
