package org.aidledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void two_databases_know_nothing_of_each_other() throws SQLException {
        try (var one = TestDatabase.create(); var other = TestDatabase.create()) {
            execute(one.owner(), "create table t (x int)");
            execute(other.owner(), "create table t (x int)");
            assertThat(one.url()).isNotEqualTo(other.url());
        }
    }

    @Test
    void the_application_sees_only_what_the_owner_grants_and_may_create_a_schema() throws SQLException {
        try (var database = TestDatabase.create()) {
            execute(database.owner(), "create schema ledger");
            execute(database.owner(), "create table ledger.event (x int)");
            assertThatThrownBy(() -> answer(database.app(), "select count(*) from ledger.event"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema ledger");
            execute(database.app(), "create schema views");
        }
    }

    @Test
    void a_durable_database_waits_for_the_disk() throws SQLException {
        try (var database = TestDatabase.createDurable()) {
            assertThat(answer(database.app(), "show fsync")).isEqualTo("on");
            assertThat(answer(database.app(), "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(database.app(), "show full_page_writes")).isEqualTo("on");
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
