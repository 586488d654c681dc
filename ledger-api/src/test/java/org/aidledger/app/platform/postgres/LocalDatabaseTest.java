package org.aidledger.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guards of the local database, seen from outside: real processes on one data folder, which every test leaves stopped. */
class LocalDatabaseTest {

    private static final Duration RESTART_MAX = Duration.ofSeconds(10);

    @TempDir private static Path folder;

    @AfterEach
    void nothing_is_left_running_after_the_last_one_has_left() {
        try (var database = LocalDatabase.open(folder, List.of())) {
            assertThat(servers()).isNotEmpty();
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void every_commit_waits_for_the_disk() throws SQLException {
        try (var database = LocalDatabase.open(folder, List.of())) {
            for (var role : DatabaseRole.values()) {
                assertThat(answer(database.login(role), "show fsync")).isEqualTo("on");
                assertThat(answer(database.login(role), "show synchronous_commit")).isEqualTo("on");
                assertThat(answer(database.login(role), "show full_page_writes")).isEqualTo("on");
            }
        }
    }

    @Test
    void nobody_can_turn_that_off_by_configuration() throws SQLException {
        try (var database = LocalDatabase.open(folder, List.of())) {
            execute(database.login(DatabaseRole.SUPERUSER), "alter system set fsync = off");
        }
        try (var database = LocalDatabase.open(folder, List.of())) {
            assertThat(answer(database.login(DatabaseRole.APPLICATION), "show fsync")).isEqualTo("on");
            execute(database.login(DatabaseRole.SUPERUSER), "alter system reset fsync");
        }
    }

    @Test
    void a_database_whose_commits_do_not_wait_for_the_disk_is_refused_and_not_left_running() throws Exception {
        try (var database = LocalDatabase.open(folder, List.of())) {
            execute(database.login(DatabaseRole.SUPERUSER), "alter role aidledger_app set synchronous_commit = off");
            assertThat(UserProcess.refusedAfter(folder, Duration.ofSeconds(60))).contains("synchronous_commit=off");
            assertThat(answer(database.login(DatabaseRole.SUPERUSER), "select 'here'"))
                    .as("another's server is left alone").isEqualTo("here");
        }
        assertThat(UserProcess.refusedAfter(folder, Duration.ofSeconds(60))).contains("synchronous_commit=off");
        assertThat(servers()).isEmpty();
        repair("alter role aidledger_app reset synchronous_commit");
    }

    @Test
    void a_killed_process_leaves_all_its_data_to_the_next_one() throws Exception {
        try (var first = UserProcess.start(folder)) {
            first.ask("create schema killed create table entry (n int)");
            first.ask("insert into killed.entry select * from generate_series(1, 1000)");
            var server = first.ask("select pg_postmaster_start_time()");
            first.kill();
            assertThat(servers()).as("the server outlives the process").isNotEmpty();

            var start = Instant.now();
            try (var second = UserProcess.start(folder)) {
                assertThat(second.ask("select count(*) from killed.entry")).isEqualTo("1000");
                assertThat(Duration.between(start, Instant.now())).isLessThan(RESTART_MAX);
                assertThat(second.ask("select pg_postmaster_start_time()")).isEqualTo(server);
                second.ask("drop schema killed cascade");
                second.leave();
            }
        }
    }

    @Test
    void a_machine_that_loses_process_and_server_loses_no_data() throws Exception {
        try (var first = UserProcess.start(folder)) {
            first.ask("create schema cut create table entry (n int)");
            first.ask("insert into cut.entry select * from generate_series(1, 1000)");
            first.kill();
            servers().forEach(ProcessHandle::destroyForcibly);

            var start = Instant.now();
            try (var second = UserProcess.start(folder)) {
                assertThat(second.ask("select count(*) from cut.entry")).isEqualTo("1000");
                assertThat(Duration.between(start, Instant.now())).isLessThan(RESTART_MAX);
                second.ask("drop schema cut cascade");
                second.leave();
            }
        }
    }

    @Test
    void the_one_who_started_it_leaves_and_the_other_goes_on() throws Exception {
        try (var starter = UserProcess.start(folder); var other = UserProcess.start(folder)) {
            starter.leave();
            assertThat(other.ask("select 'here'")).isEqualTo("here");
            other.leave();
            assertThat(servers()).isEmpty();
        }
    }

    @Test
    void the_one_who_started_it_is_killed_and_the_other_goes_on() throws Exception {
        try (var starter = UserProcess.start(folder); var other = UserProcess.start(folder)) {
            starter.kill();
            assertThat(other.ask("select 'here'")).isEqualTo("here");
            try (var third = UserProcess.start(folder)) {
                third.leave();
            }
            assertThat(other.ask("select 'here'")).isEqualTo("here");
            other.leave();
            assertThat(servers()).isEmpty();
        }
    }

    @Test
    void a_process_that_is_asked_to_end_leaves_in_order() throws Exception {
        try (var user = UserProcess.start(folder)) {
            user.interrupt();
            assertThat(servers()).isEmpty();
        }
    }

    @Test
    void two_uses_in_one_process_share_one_server_until_both_are_closed() throws SQLException {
        var one = LocalDatabase.open(folder, List.of());
        var other = LocalDatabase.open(folder, List.of());
        one.close();
        one.close();
        assertThat(answer(other.login(DatabaseRole.APPLICATION), "select 'here'")).isEqualTo("here");
        other.close();
        assertThat(servers()).isEmpty();
    }

    @Test
    void a_process_number_that_belongs_to_another_program_by_now_is_no_obstacle() throws Exception {
        LocalDatabase.open(folder, List.of()).close();
        long mine = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("postgres/data/postmaster.pid"), mine + "\n/elsewhere\n1\n1\n\n\n\nready\n");
        try (var database = LocalDatabase.open(folder, List.of())) {
            assertThat(answer(database.login(DatabaseRole.APPLICATION), "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void the_production_profile_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> LocalDatabase.open(folder, List.of("vi", "production")))
                .isInstanceOf(LocalDatabaseFailure.class)
                .hasMessageContaining("production")
                .hasMessageContaining("LEDGER_DB_URL");
    }

    @Test
    void only_the_owner_reads_the_folder_and_the_server_keeps_a_log() throws IOException {
        try (var database = LocalDatabase.open(folder, List.of())) {
            var root = folder.resolve("postgres");
            for (var path : List.of(root, root.resolve("data"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------");
            }
            for (var name : List.of("credentials.properties", "server.log")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name))))
                        .isEqualTo("rw-------");
            }
            assertThat(root.resolve("server.log")).content().contains("database system is ready to accept connections");
            assertThat(database.login(DatabaseRole.OWNER).toString())
                    .doesNotContain(database.login(DatabaseRole.OWNER).password());
        }
    }

    @Test
    void a_server_that_does_not_start_is_reported_with_the_end_of_its_log() throws IOException {
        LocalDatabase.open(folder, List.of()).close();
        var configuration = folder.resolve("postgres/data/postgresql.conf");
        var before = Files.readString(configuration);
        Files.writeString(configuration, before + "\nno_such_setting = 1\n");
        try {
            assertThatThrownBy(() -> LocalDatabase.open(folder, List.of()))
                    .isInstanceOf(LocalDatabaseFailure.class)
                    .hasMessageContaining("did not start")
                    .hasMessageContaining("server.log")
                    .hasMessageContaining("no_such_setting");
        } finally {
            Files.writeString(configuration, before);
        }
    }

    @Test
    void whoever_waits_too_long_for_another_process_is_told_so() throws IOException {
        LocalDatabase.open(folder, List.of()).close();
        try (var locks = FolderLocks.of(folder.resolve("postgres")); var _ = locks.enterGate(Duration.ZERO)) {
            assertThat(UserProcess.refusedAfter(folder, Duration.ofSeconds(1)))
                    .contains("Another process has been starting or stopping the PostgreSQL");
        }
    }

    @Test
    void the_application_makes_its_own_schema_and_touches_no_other() throws SQLException {
        try (var database = LocalDatabase.open(folder, List.of())) {
            var owner = database.login(DatabaseRole.OWNER);
            var application = database.login(DatabaseRole.APPLICATION);
            execute(owner, "create schema ledger create table entry (n int)");
            execute(application, "create schema views create table balance (n int)");
            assertThatThrownBy(() -> execute(application, "select * from ledger.entry"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(application, "create table public.entry (n int)"))
                    .hasMessageContaining("permission denied");
            execute(application, "drop schema views cascade");
            execute(owner, "drop schema ledger cascade");
        }
    }

    @Test
    void root_without_user_namespaces_is_told_what_helps() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root needs a user namespace");
        var programs = Files.createDirectories(folder.resolve("programs"));
        var unshare = programs.resolve("unshare");
        Files.writeString(unshare, "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwx------"));
        assertThat(UserProcess.refused(folder, programs + ":" + System.getenv("PATH")))
                .contains("Operation not permitted")
                .contains("run the ledger as an ordinary user")
                .contains("LEDGER_DB_URL");
        assertThat(UserProcess.refused(folder, "/nowhere")).contains("run the ledger as an ordinary user");
    }

    /** Runs a statement as the superuser while nobody can open the database, as an administrator would. */
    private static void repair(String sql) throws Exception {
        var root = folder.toRealPath().resolve("postgres");
        var home = Binaries.unpack(root);
        var statement = Files.writeString(folder.resolve("repair.sql"), sql + "\n");
        var outcome = Programs.of(home, folder.resolve("repair.log")).postgres("postgres",
                List.of("--single", "-D", root.resolve("data").toString(), "aidledger"), statement, RESTART_MAX);
        assertThat(outcome.success()).as(outcome.text()).isTrue();
    }

    /** The processes that run from this folder's copy of PostgreSQL. */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()))
                .toList();
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
