package org.aidledger.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aidledger.event.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final TestLog LOG = new TestLog();
    private static final Projection SEEN = new Seen(1);

    @BeforeAll
    static void live() {
        new RandomLives(1, 3).live(LOG, 50);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @BeforeEach
    void empty() {
        TestView.build(SEEN, LOG.app(), List.of(), 1);
    }

    @Test
    void entries_that_are_already_in_are_skipped() {
        fold(LOG.entries().subList(0, 10));
        fold(LOG.entries().subList(3, 20));
        fold(LOG.entries().subList(0, 5));

        assertThat(seen()).hasSize(20).isSorted();
    }

    @Test
    void a_batch_that_leaves_an_entry_out_is_refused() {
        fold(LOG.entries().subList(0, 10));

        assertThatIllegalStateException().isThrownBy(() -> fold(LOG.entries().subList(11, 20)))
                .withMessageContaining("holds 10 entries");
        List<Entry> gap = List.of(LOG.entries().get(10), LOG.entries().get(12));
        assertThatIllegalStateException().isThrownBy(() -> fold(gap)).withMessageContaining("not consecutive");
        assertThat(seen()).hasSize(10);
    }

    @Test
    void a_view_written_by_another_version_is_never_mixed() {
        assertThatIllegalStateException().isThrownBy(() -> TestView.inTransaction(LOG.app(), connection -> {
            ViewSchema.live("seen").enter(connection);
            Fold.step(new Seen(2), LOG.entries(), connection);
        })).withMessageContaining("of version 1 and this program knows version 2")
                .withMessageContaining("./ledger rebuild seen");
    }

    @Test
    void what_is_rolled_back_is_folded_again() {
        TestView.inTransaction(LOG.app(), connection -> {
            ViewSchema.live("seen").enter(connection);
            Fold.step(SEEN, LOG.entries().subList(0, 10), connection);
            connection.rollback();
        });
        fold(LOG.entries().subList(0, 30));

        assertThat(seen()).hasSize(30);
    }

    @Test
    void who_is_lost_inside_a_fold_is_rolled_back_by_the_server_and_the_others_go_on() throws SQLException {
        try (Connection lost = LOG.app().getConnection(); Statement statement = lost.createStatement()) {
            lost.setAutoCommit(false);
            ViewSchema.live("seen").enter(lost);
            assertThat(idleMax(statement)).isEqualTo("1min");
            statement.execute("set local idle_in_transaction_session_timeout = '50ms'"); // not to wait that long here
            Fold.step(SEEN, LOG.entries().subList(0, 10), lost);

            fold(LOG.entries().subList(0, 20));

            assertThatThrownBy(lost::commit).isInstanceOf(SQLException.class);
        }
        assertThat(seen()).hasSize(20);
    }

    private static String idleMax(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Dead rows of a table's index are passed by each look from the beginning as long as somebody may still see them. */
    @Test
    void clearing_steps_away_passes_none_that_were_cleared_before_while_a_snapshot_is_open() throws SQLException {
        try (Connection snapshot = LOG.app().getConnection(); Connection folding = LOG.app().getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ViewSchema.live("seen").position(snapshot);
            folding.setAutoCommit(false);
            long first = passedByMoving(folding);
            for (int i = 0; i < 50; i++) {
                passedByMoving(folding);
            }

            assertThat(passedByMoving(folding)).isLessThan(first + 10);
            snapshot.rollback();
        }
    }

    /** Moves the position by a thousand events and a bit; gives the index entries that were looked at for it. */
    private static long passedByMoving(Connection connection) throws SQLException {
        ViewSchema.live("seen").enter(connection);
        long before = passed(connection);
        ViewSchema.Position position = ViewSchema.lockedPosition(connection);
        ViewSchema.move(position, position.nextIndex() + 1_030, connection);
        long passed = passed(connection) - before;
        connection.commit();
        return passed;
    }

    /** By this session, since it last told the server's statistics, which it does between transactions. */
    private static long passed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select pg_stat_get_xact_tuples_returned('position_pkey'::regclass)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void fold(List<Entry> entries) {
        TestView.fold(SEEN, LOG.app(), entries, 1000);
    }

    private static List<Long> seen() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(LOG.app())
                .sql("select index from views_seen.seen order by index")
                .query(Long.class).list();
    }

    /** The smallest projection there is. */
    private record Seen(int version) implements Projection {

        @Override
        public String name() {
            return "seen";
        }

        @Override
        public void apply(List<Entry> batch, Connection connection) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into seen values (?)")) {
                for (Entry entry : batch) {
                    insert.setLong(1, entry.index());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
