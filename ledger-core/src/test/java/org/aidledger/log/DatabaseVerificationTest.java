package org.aidledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.AppendEngine;
import org.aidledger.eventstore.AppendTerms;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.Draft;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a superuser can do behind the triggers, and that it is found. */
class DatabaseVerificationTest {

    private static final int EVENTS = 700;

    private static TestDatabase filled;

    @TempDir Path folder;

    private TestDatabase database;
    private Checkpoints checkpoints;

    /** Every test tampers with a copy of its own. */
    @BeforeAll
    static void fill() {
        filled = TestDatabase.createMigrated();
        append(filled, 0, EVENTS);
    }

    @AfterAll
    static void drop_the_original() {
        filled.close();
    }

    @BeforeEach
    void copy() {
        open(filled.copy());
    }

    private void open(TestDatabase opened) {
        database = opened;
        checkpoints =
                new Checkpoints(database.app(), keys(folder.resolve("key.pem")),
                        folder.resolve("last-checkpoint"));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void append(int from, int to) {
        append(database, from, to);
    }

    private static void append(TestDatabase log, int from, int to) {
        try (AppendEngine engine =
                new AppendEngine(log.app(), new CachedTagIndex(log.app()), InstantSource.system())) {
            for (int i = from; i < to; i += 7) {
                List<Draft> drafts = new ArrayList<>();
                for (int j = i; j < Math.min(to, i + 7); j++) {
                    String stream = "PRJ-" + j % 10;
                    drafts.add(Draft.of(Catalogue.ledger(), UUID.randomUUID(), stream, j / 10,
                            Map.of("actor", "lan", "way", "DECIDED"),
                            new AidPledged(new ProjectId(stream), Direction.IN, null, Money.of("100.50", "USD"), null,
                                    null,
                                    LocalDate.of(2024, 2, 29))));
                }
                engine.append(drafts, new AppendTerms());
            }
        }
    }

    private Verdict verify(Checkpoint... saved) {
        return new DatabaseVerification(database.app(), List.of(saved)).run(done -> {
        });
    }

    /** As nobody may: with the append-only triggers out of the way. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("entry", "head", "tile", "content")) {
                statement.execute("alter table ledger." + table + " disable trigger append_only");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Defect defect(Checkpoint... saved) {
        return verify(saved).fault().orElseThrow();
    }

    @Test
    void an_untouched_log_is_sound_and_its_root_is_the_signed_one() {
        Checkpoint signed = checkpoints.latest().checkpoint();
        Verdict verdict = verify(signed);
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.size()).isEqualTo(EVENTS);
        assertThat(verdict.root()).isEqualTo(signed.root());
        append(EVENTS, EVENTS + 70);
        assertThat(verify(signed).isSound()).as("after more events").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "255", "256", "600", "699"})
    void an_edited_payload_is_named(int index) throws SQLException {
        tamper("update ledger.entry set leaf = replace(convert_from(leaf, 'UTF8'), '100.50', '900.50')::bytea where index = "
                + index);
        assertThat(defect().firstIndex()).isEqualTo(index);
        assertThat(defect().lastIndex()).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"10", "256", "600"})
    void an_edited_payload_whose_hash_was_rewritten_too_is_found_by_the_tile_or_the_heads(int index)
            throws SQLException {
        tamper("update ledger.entry set leaf = replace(convert_from(leaf, 'UTF8'), '100.50', '900.50')::bytea where index = "
                + index,
                "update ledger.entry set leaf_hash = sha256('\\x00'::bytea || leaf) where index = " + index);
        assertThat(defect().firstIndex()).isLessThanOrEqualTo(index).isGreaterThan(index - 7);
        assertThat(defect().lastIndex()).isGreaterThanOrEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"0", "300", "699"})
    void a_deleted_row_is_named(int index) throws SQLException {
        tamper("delete from ledger.entry where index = " + index);
        assertThat(defect().firstIndex()).isEqualTo(index);
    }

    @Test
    void two_swapped_rows_are_named_by_the_first() throws SQLException {
        tamper("update ledger.entry set index = -7 where index = 40",
                "update ledger.entry set index = 40 where index = 620",
                "update ledger.entry set index = 620 where index = -7");
        assertThat(defect().firstIndex()).isEqualTo(40);
    }

    @Test
    void a_row_inserted_in_the_past_is_named() throws SQLException {
        tamper("update ledger.entry set index = index + 10000 where index >= 50",
                "update ledger.entry set index = index - 9999 where index >= 10000",
                "insert into ledger.entry select 50, 'PRJ-new', 0, gen_random_uuid(), type, effective_date, recorded_at, leaf, leaf_hash"
                        + " from ledger.entry where index = 51");
        assertThat(defect().firstIndex()).isEqualTo(50);
    }

    @Test
    void a_row_appended_behind_the_head_is_named() throws SQLException {
        tamper("insert into ledger.entry select 700, 'PRJ-new', 0, gen_random_uuid(), type, effective_date, recorded_at, leaf, leaf_hash"
                + " from ledger.entry where index = 51");
        assertThat(defect().kind()).isEqualTo("ENTRY_BEYOND_HEAD");
        assertThat(defect().firstIndex()).isEqualTo(700);
    }

    @Test
    void a_cut_tail_is_found_against_a_saved_checkpoint_and_stops_start_up() throws SQLException {
        Checkpoint saved = checkpoints.latest().checkpoint();
        tamper("delete from ledger.entry where index >= 693", "delete from ledger.head where size > 693");
        assertThat(verify().isSound()).as("without a saved checkpoint nobody can tell").isTrue();
        assertThat(defect(saved).kind()).isEqualTo("TAIL_MISSING");
        assertThat(defect(saved).firstIndex()).isEqualTo(693);
        assertThatThrownBy(checkpoints::requireNothingLost).isInstanceOf(LogForked.class)
                .hasMessageContaining("693 events");
    }

    @Test
    void a_cut_tail_with_the_head_left_is_named() throws SQLException {
        tamper("delete from ledger.entry where index >= 690");
        assertThat(defect().firstIndex()).isEqualTo(690);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stream = 'PRJ-other'", "version = version + 1000", "id = gen_random_uuid()",
        "type = 'aid.Other'", "effective_date = '2020-01-01'", "recorded_at = recorded_at - interval '1 second'"})
    void a_column_that_disagrees_with_its_leaf_is_named(String change) throws SQLException {
        tamper("update ledger.entry set " + change + " where index = 321");
        assertThat(defect().firstIndex()).isEqualTo(321);
        assertThat(defect().kind()).isEqualTo("COLUMN_DIFFERS");
    }

    @Test
    void changed_tiles_heads_and_files_are_found() throws SQLException {
        tamper("update ledger.tile set hashes = overlay(hashes placing '\\xff' from 70) where number = 1");
        assertThat(defect().firstIndex()).isEqualTo(256 + 69 / 32);
    }

    @Test
    void a_changed_head_is_found() throws SQLException {
        tamper("update ledger.head set root = sha256('x') where size = 350");
        assertThat(defect().kind()).isEqualTo("ROOT_DIFFERS");
    }

    @Test
    void a_changed_file_is_found() throws SQLException {
        tamper("insert into ledger.content values (sha256('a'), 'a')");
        assertThat(verify().isSound()).isTrue();
        tamper("update ledger.content set bytes = 'b'");
        assertThat(defect().kind()).isEqualTo("CONTENT_DIFFERS");
    }

    @Test
    void a_kept_file_is_read_in_pieces_and_its_last_byte_counts() throws SQLException {
        tamper("insert into ledger.content select sha256(bytes), bytes from (select"
                + " convert_to(repeat('x', 2097152), 'UTF8') as bytes union all select convert_to(repeat('y', 2097153), 'UTF8')) f");
        assertThat(verify().held()).contains(new Verdict.Held("files", 2));
        tamper("update ledger.content set bytes = set_byte(bytes, 2097152, 0) where length(bytes) = 2097153");
        assertThat(defect().kind()).isEqualTo("CONTENT_DIFFERS");
    }

    @Test
    void changed_metadata_is_named() throws SQLException {
        tamper("update ledger.entry set leaf = replace(convert_from(leaf, 'UTF8'), '\"lan\"', '\"mai\"')::bytea where index = 77");
        assertThat(defect().kind()).isEqualTo("ENTRY_DIFFERS");
        assertThat(defect().firstIndex()).isEqualTo(77);
    }

    @Test
    void a_history_written_anew_and_signed_with_the_same_key_is_found_against_a_saved_checkpoint() {
        Checkpoint saved = checkpoints.latest().checkpoint();
        database.close();
        open(TestDatabase.createMigrated());
        append(0, EVENTS);
        assertThat(verify().isSound()).as("by itself it fits together").isTrue();
        assertThat(defect(saved).kind()).isEqualTo("ROOT_DIFFERS");
        assertThatThrownBy(checkpoints::requireNothingLost).isInstanceOf(LogForked.class);
    }

    @Test
    void two_roots_are_never_signed_for_one_size() throws Exception {
        SignedCheckpoint first = checkpoints.latest();
        assertThat(checkpoints.latest().toBytes()).isEqualTo(first.toBytes());
        append(EVENTS, EVENTS + 7);
        checkpoints.latest();
        tamper("delete from ledger.entry where index >= 700", "delete from ledger.head where size > 700");
        assertThatThrownBy(checkpoints::latest).isInstanceOf(LogForked.class);
    }

    @Test
    void the_signing_key_is_private_and_the_same_after_a_restart() throws Exception {
        Path key = folder.resolve("key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(keys(key).identity().verifierKey())
                .isEqualTo(checkpoints.identity().verifierKey());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> keys(key)).hasMessageContaining("chmod 600");
    }

    private LogKeys keys(Path file) {
        return LogKeys.open("ledger.example/test", file, folder.resolve("key-rotations"));
    }

    @Test
    void the_log_goes_over_to_a_new_key_that_the_old_one_signs() throws Exception {
        SignedCheckpoint before = checkpoints.latest();
        VerifierKey old = checkpoints.identity().verifierKey();

        KeyRotation rotation = checkpoints.rotateKey();

        KeyChain keys = checkpoints.identity().keys();
        assertThat(rotation.at()).isEqualTo(before.checkpoint());
        SignedCheckpoint same = checkpoints.latest();
        assertThat(same.verify(old)).as("at the size where it was handed on, both keys sign")
                .isEqualTo(same.verify(keys.current()));
        append(EVENTS, EVENTS + 1);
        SignedCheckpoint after = checkpoints.latest();
        assertThat(after.verify(keys.current()).size()).isEqualTo(EVENTS + 1);
        assertThatThrownBy(() -> after.verify(old)).isInstanceOf(TlogException.Unproven.class);
        assertThat(KeyChain.through(old, keys.rotations()).verify(before)).isEqualTo(before.checkpoint());
        assertThat(KeyChain.through(old, keys.rotations()).verify(after)).isEqualTo(after.checkpoint());
        checkpoints.requireNothingLost();
        tamper("delete from ledger.entry where index >= 700", "delete from ledger.head where size > 700");
        assertThatThrownBy(checkpoints::requireNothingLost).as("the guard follows the keys")
                .isInstanceOf(LogForked.class);
    }
}
