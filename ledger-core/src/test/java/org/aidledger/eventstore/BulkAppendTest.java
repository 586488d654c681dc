package org.aidledger.eventstore;

import static org.aidledger.eventstore.LogUnderTest.pledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkAppendTest {

    private TestDatabase database;
    private LogUnderTest log;
    private BulkAppend bulk;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        log = new LogUnderTest(database);
        bulk = new BulkAppend(log.engine, InstantSource.system());
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void thousands_of_events_go_in_as_one_and_the_log_goes_on_behind_them() throws SQLException {
        log.append(pledge("PRJ-0", 0));
        AppendResult result = bulk.append(new Pledges("PRJ-1", 70_000, "k1"));
        assertThat(result.firstIndex()).isEqualTo(1);
        assertThat(result.lastIndex()).isEqualTo(70_000);
        log.append(pledge("PRJ-1", 70_000));
        assertThat(log.assertSound()).hasSize(70_002);
        assertThat(log.tags.lastSeen(Tag.inspected("PRJ-1"))).isEqualTo(1);
        assertThat(new Answers(log.app).find("k1")).contains(new Answers.Answer("00".repeat(32), 1, 70_000));
    }

    @Test
    void a_stream_that_moved_or_a_used_key_refuses_the_whole_batch() throws SQLException {
        bulk.append(new Pledges("PRJ-1", 3, "k1"));
        assertThatThrownBy(() -> bulk.append(new Pledges("PRJ-1", 3, "k2"))).isInstanceOf(AppendFailure.Conflict.class);
        assertThatThrownBy(() -> bulk.append(new Pledges("PRJ-2", 3, "k1"))).isInstanceOf(AppendFailure.KeyUsed.class);
        assertThat(log.assertSound()).hasSize(3);
    }

    @Test
    void a_batch_is_not_starved_by_writers_on_two_engines_nor_they_by_it() throws Exception {
        try (LogUnderTest other = new LogUnderTest(database)) {
            CompletableFuture<Void> here = CompletableFuture.runAsync(() -> write(log, "PRJ-here"));
            CompletableFuture<Void> there = CompletableFuture.runAsync(() -> write(other, "PRJ-there"));
            for (int i = 0; i < 5; i++) {
                bulk.append(new Pledges("PRJ-bulk" + i, 2_000, "k" + i));
            }
            CompletableFuture.allOf(here, there).get();
        }
        assertThat(log.assertSound()).hasSize(10_000 + 2 * 300);
    }

    @Test
    void what_the_batch_rests_on_is_judged_under_the_head() throws SQLException {
        bulk.append(new Pledges("PRJ-1", 3, "k1"));
        Tag inspected = Tag.inspected("PRJ-1");
        Tag never = Tag.inspected("PRJ-2");
        assertThatThrownBy(() -> bulk.append(new Pledges("PRJ-2", 3, "k2", Map.of(never, -1L, inspected, -1L))))
                .isInstanceOf(AppendFailure.Conflict.class).hasMessageContaining("inspected/PRJ-1");
        bulk.append(new Pledges("PRJ-2", 3, "k2", Map.of(never, -1L, inspected, 0L)));
        assertThat(log.assertSound()).hasSize(6);
    }

    @Test
    void the_bytes_to_keep_are_kept_once() throws SQLException {
        bulk.append(new Pledges("PRJ-1", 3, "k1"));
        bulk.append(new Pledges("PRJ-2", 3, "k2"));
        try (Connection connection = log.app.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sha256, bytes from ledger.content")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBytes(1)).containsOnly(1).hasSize(32);
            assertThat(row.getBytes(2)).containsExactly(1, 2, 3);
            assertThat(row.next()).isFalse();
        }
    }

    private static void write(LogUnderTest log, String stream) {
        LongStream.range(0, 300).forEach(version -> log.append(pledge(stream, version)));
    }
}
