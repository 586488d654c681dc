package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.aidledger.eventstore.LedgerSchema.Age;
import org.aidledger.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerSchemaTest {

    private TestDatabase database;
    private String role;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        role = database.user(TestDatabase.Role.APP);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_application_can_tell_a_schema_that_is_not_there_from_one_it_was_written_for() throws SQLException {
        assertThat(age()).isEqualTo(Age.NONE);
        LedgerSchema.migrate(database.owner(), role);
        assertThat(age()).isEqualTo(Age.CURRENT);
    }

    @Test
    void a_schema_that_lacks_a_migration_or_may_not_be_asked_about_is_older() throws SQLException {
        migrateTo("2");
        assertThat(age()).as("may not be asked about").isEqualTo(Age.OLDER);
        migrateTo("3");
        assertThat(age()).as("lacks a migration").isEqualTo(Age.OLDER);
        LedgerSchema.migrate(database.owner(), role);
        assertThat(age()).isEqualTo(Age.CURRENT);
    }

    @Test
    void an_older_schema_is_left_alone_while_an_older_program_may_write_to_it() throws SQLException {
        migrateTo("3");
        try (Connection older = database.app().getConnection()) {
            assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), role))
                    .hasMessageContaining("open connections: 1").hasMessageContaining("stop every program");
            assertThat(age()).isEqualTo(Age.OLDER);
            assertThat(older.isValid(1)).isTrue();
        }
        LedgerSchema.migrate(database.owner(), role);
        try (Connection own = database.app().getConnection()) {
            LedgerSchema.migrate(database.owner(), role);
            assertThat(own.isValid(1)).isTrue();
        }
    }

    @Test
    void answers_to_keys_that_stood_in_a_table_of_their_own_are_found_beside_their_entries() throws SQLException {
        migrateTo("3");
        owner("insert into ledger.entry select i, 'PRJ-1', i, gen_random_uuid(), 'aid.AidPledged', '2024-02-29', now(),"
                + " 'leaf', 'hash' from generate_series(0, 4) as i");
        owner("insert into ledger.answer values ('one', decode(repeat('11', 32), 'hex'), 0, 0),"
                + " ('three', decode(repeat('33', 32), 'hex'), 2, 4)");
        LedgerSchema.migrate(database.owner(), role);
        Answers answers = new Answers(database.app());
        assertThat(answers.find("one")).contains(new Answers.Answer("11".repeat(32), 0, 0));
        assertThat(answers.find("three")).contains(new Answers.Answer("33".repeat(32), 2, 4));
        assertThat(answers.find("two")).isEmpty();
        assertThatThrownBy(() -> owner("update ledger.entry set answer_key = 'two' where index = 1"))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_schema_that_a_newer_program_changed_is_left_alone() throws SQLException {
        LedgerSchema.migrate(database.owner(), role);
        owner("insert into ledger.migration select installed_rank + 100, '999', 'newer', type, 'V999__newer.sql',"
                + " checksum, installed_by, installed_on, execution_time, success from ledger.migration"
                + " where version = '1'");
        assertThat(age()).isEqualTo(Age.NEWER);
        assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), role))
                .hasMessageContaining("a newer program");
    }

    @Test
    void an_answer_without_its_entry_is_not_dropped_in_silence() throws SQLException {
        migrateTo("3");
        owner("insert into ledger.answer values ('lost', decode(repeat('11', 32), 'hex'), 0, 0)");
        assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), role))
                .hasMessageContaining("the log has been changed");
        assertThat(age()).isEqualTo(Age.OLDER);
    }

    /** As a program of before left it. */
    private void migrateTo(String version) {
        Flyway.configure(LedgerSchema.class.getClassLoader()).dataSource(database.owner()).schemas("ledger")
                .createSchemas(true).table("migration").locations("classpath:org/aidledger/eventstore/migration")
                .placeholders(Map.of("app", role)).target(version).load().migrate();
    }

    private Age age() throws SQLException {
        return LedgerSchema.age(database.app(), role);
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
