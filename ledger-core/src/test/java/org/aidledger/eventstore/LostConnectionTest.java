package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.CATALOGUE;
import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.aidledger.testing.FaultyWire;
import org.aidledger.testing.FaultyWire.Loss;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is lost at every step of a commit: what append answers is what the database holds, once. */
class LostConnectionTest {

    private static final int BATCH = 3;
    private static final String DIGEST = "00".repeat(32);

    private TestDatabase database;
    private FaultyWire wire;
    private LogUnderTest log;
    private AppendEngine engine;
    private BulkAppend bulk;
    private int appended;
    private int pledges;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.create();
        wire = new FaultyWire(database);
        log = new LogUnderTest(database);
        engine = new AppendEngine(wire.dataSource(Role.APP), log.tags, InstantSource.system());
        bulk = new BulkAppend(engine, InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        log.close();
        wire.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER"})
    void an_append_whose_connection_is_cut_at_any_step_is_done_once(Loss cut) throws SQLException {
        loseAtEvery(1, cut, this::append);
    }

    @Test
    void an_append_whose_connection_falls_silent_is_done_once() throws SQLException {
        loseAtEvery(3, Loss.SILENCE, this::append);
    }

    @Test
    @Tag("faults")
    void an_append_whose_connection_falls_silent_at_any_step_is_done_once() throws SQLException {
        loseAtEvery(1, Loss.SILENCE, this::append);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER"})
    void a_bulk_append_whose_connection_is_cut_is_done_once(Loss cut) throws SQLException {
        loseAtEvery(4, cut, this::appendBatch);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER"})
    @Tag("faults")
    void a_bulk_append_whose_connection_is_cut_at_any_step_is_done_once(Loss cut) throws SQLException {
        loseAtEvery(1, cut, this::appendBatch);
    }

    @Test
    void a_bulk_append_whose_connection_falls_silent_is_done_once_and_holds_nobody_up() throws SQLException {
        loseAtEvery(25, Loss.SILENCE, this::appendBatch);
    }

    @Test
    @Tag("faults")
    void a_bulk_append_whose_connection_falls_silent_at_any_step_is_done_once() throws SQLException {
        loseAtEvery(1, Loss.SILENCE, this::appendBatch);
    }

    @Test
    void a_statement_that_the_network_held_back_adds_nothing_when_it_arrives_after_all() throws SQLException {
        append();
        wire.lose(0, Loss.SILENCE);
        append();
        wire.release();
        append();
        awaitConnections(1);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void a_statement_that_waits_in_the_database_until_its_client_gives_up_is_answered_with_the_truth()
            throws Exception {
        append();
        try (Connection locking = database.superuser().getConnection();
                Statement statement = locking.createStatement()) {
            locking.setAutoCommit(false);
            statement.execute("lock table ledger.entry in share mode");
            CompletableFuture<Void> answer = CompletableFuture.runAsync(this::append);
            Thread.sleep(FaultyWire.CLIENT_PATIENCE_SECONDS * 1_500L);
            locking.rollback();
            answer.join();
        }
        assertThat(log.assertSound()).hasSize(2);
    }

    @Test
    @Tag("faults")
    void an_outcome_that_nobody_can_tell_is_called_unknown_and_told_once_the_database_is_back() throws SQLException {
        append();
        for (int rehearsal = 0; rehearsal < 3; rehearsal++) {
            wire.loseNothing();
            append(answering("k" + rehearsal));
        }
        AppendTerms terms = answering("k");
        wire.loseUntilRepaired(wire.steps() - 1);
        assertThatThrownBy(() -> engine.append(List.of(pledge("PRJ-1", pledges)), terms))
                .isInstanceOf(AppendFailure.OutcomeUnknown.class);
        assertThatThrownBy(() -> engine.append(List.of(pledge("PRJ-9", 0)), new AppendTerms()))
                .isInstanceOf(AppendFailure.NotWritten.class);
        wire.repair();
        assertThat(new Answers(log.app).find("k")).contains(new Answers.Answer(DIGEST, appended, appended));
        assertThatThrownBy(() -> engine.append(List.of(pledge("PRJ-1", pledges + 1)), terms))
                .isInstanceOf(AppendFailure.KeyUsed.class);
        assertThat(log.assertSound()).hasSize(appended + 1);
    }

    /** Does it again and again, the connection lost at a later step each time, until it is done before the step comes. */
    private void loseAtEvery(int stride, Loss loss, Runnable operation) throws SQLException {
        append();
        int lost = -1;
        for (boolean isLost = true; isLost; lost++) {
            wire.lose((lost + 1) * stride, loss);
            operation.run();
            isLost = wire.hasLost();
            wire.loseNothing();
            append();
        }
        System.out.println(lost + " connections lost by " + loss + ", one at every " + stride + ". step");
        assertThat(lost).isGreaterThan(2);
        assertThat(log.assertSound()).hasSize(appended);
    }

    private static AppendTerms answering(String key) {
        AppendTerms terms = new AppendTerms();
        terms.answers(new IdempotencyKey(key, DIGEST));
        return terms;
    }

    private void append() {
        append(new AppendTerms());
    }

    /** Appends to one stream; the answer is compared with the database. */
    private void append(AppendTerms terms) {
        Draft draft = pledge("PRJ-1", pledges);
        AppendResult result = engine.append(List.of(draft), terms);
        assertThat(result.firstIndex()).isEqualTo(appended);
        assertThat(idAt(appended)).isEqualTo(draft.id());
        appended++;
        pledges++;
    }

    private void appendBatch() {
        String name = "PRJ-bulk-" + appended;
        AppendResult result = bulk.append(new Pledges(name, BATCH, name));
        assertThat(result.firstIndex()).isEqualTo(appended);
        assertThat(result.lastIndex()).isEqualTo(appended + BATCH - 1);
        assertThat(new Answers(log.app).find(name))
                .contains(new Answers.Answer(DIGEST, result.firstIndex(), result.lastIndex()));
        appended += BATCH;
    }

    private void awaitConnections(int count) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            long now = -1;
            while (now != count) {
                try (ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and usename = 'aidledger_app'")) {
                    row.next();
                    now = row.getLong(1);
                }
            }
        }
    }

    private UUID idAt(long index) {
        return CATALOGUE.decode(new EntryReader(log.app).leaf(index).orElseThrow()).id();
    }
}
