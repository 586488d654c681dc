package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aidledger.eventstore.LedgerSchema.Age;
import org.aidledger.testing.TestDatabase;
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
        LedgerSchema.migrate(database.owner(), role);
        owner("delete from ledger.migration where version = '3'");
        assertThat(age()).isEqualTo(Age.OLDER);
        owner("revoke select on ledger.migration from " + role);
        assertThat(age()).isEqualTo(Age.OLDER);
        LedgerSchema.migrate(database.owner(), role);
        assertThat(age()).isEqualTo(Age.CURRENT);
    }

    @Test
    void an_older_schema_is_left_alone_while_an_older_program_may_write_to_it() throws SQLException {
        LedgerSchema.migrate(database.owner(), role);
        try (Connection older = database.app().getConnection()) {
            LedgerSchema.migrate(database.owner(), role);
            owner("delete from ledger.migration where version = '3'");
            assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), role))
                    .hasMessageContaining("open connections: 1").hasMessageContaining("stop every program");
            assertThat(age()).isEqualTo(Age.OLDER);
            assertThat(older.isValid(1)).isTrue();
        }
    }

    @Test
    void a_schema_that_a_newer_program_changed_is_left_alone() throws SQLException {
        LedgerSchema.migrate(database.owner(), role);
        owner("insert into ledger.migration select installed_rank + 100, '999', 'newer', type, 'V999__newer.sql',"
                + " checksum, installed_by, installed_on, execution_time, success from ledger.migration"
                + " where version = '3'");
        assertThat(age()).isEqualTo(Age.NEWER);
        assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), role))
                .hasMessageContaining("a newer program");
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
