package org.aidledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubjectKeysTest {

    private static final String PERSON = "{\"name\":\"Nguyễn Thị Lan\"}";

    private static TestDatabase database;
    private static SubjectKeys keys;

    @BeforeAll
    static void create() {
        database = TestDatabase.createMigrated();
        keys = new SubjectKeys(database.app());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void what_is_sealed_can_be_opened_until_the_key_is_destroyed() {
        SubjectKeys.Sealed sealed = keys.seal(PERSON);
        SubjectKeys.Sealed other = keys.seal(PERSON);
        assertThat(keys.open(sealed.subject(), sealed.sealed())).contains(PERSON);
        assertThat(sealed.sealed()).isNotEqualTo(other.sealed());

        keys.destroy(sealed.subject());
        keys.destroy(sealed.subject());

        assertThat(keys.open(sealed.subject(), sealed.sealed())).isEmpty();
        assertThat(keys.open(other.subject(), other.sealed())).contains(PERSON);
    }

    @Test
    void what_another_subject_sealed_is_not_taken_for_ones_own() {
        SubjectKeys.Sealed sealed = keys.seal(PERSON);
        SubjectKeys.Sealed other = keys.seal(PERSON);
        assertThatThrownBy(() -> keys.open(other.subject(), sealed.sealed()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.open(sealed.subject(), sealed.sealed().substring(0, 8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_can_be_deleted_and_never_changed() {
        keys.seal(PERSON);
        assertThatThrownBy(() -> execute("update subject_key.key set key = key")).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("truncate subject_key.key")).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("delete from ledger.entry")).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
