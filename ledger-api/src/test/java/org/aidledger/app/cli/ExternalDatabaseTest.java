package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aidledger.app.Main;
import org.aidledger.app.testing.OtherVersion;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started beside a PostgreSQL of somebody's own, which the environment or the command names. */
class ExternalDatabaseTest {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nothing";

    @TempDir private Path folder;
    private Path data;
    private TestDatabase database;

    @BeforeEach
    void create() {
        data = folder.resolve("data");
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Path sample() throws IOException {
        Path file = folder.resolve("owner.xml");
        try (InputStream in = getClass().getResourceAsStream("/org/aidledger/app/exchange/iati/owner.xml")) {
            Files.copy(in, file);
        }
        return file;
    }

    /** The exit code, a blank, and all that it said. */
    private String run(String url, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        Path said = folder.resolve("said");
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        program.environment().putAll(Map.of("LEDGER_DB_URL", url,
                "LEDGER_DB_USER", database.user(Role.APP), "LEDGER_DB_PASSWORD", database.password(Role.APP),
                "LEDGER_DB_OWNER_USER", database.user(Role.OWNER), "LEDGER_DB_OWNER_PASSWORD",
                database.password(Role.OWNER)));
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + Files.readString(said);
    }

    private long events() throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from ledger.entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void the_one_that_the_environment_names_is_used_and_no_local_one_is_made() throws Exception {
        assertThat(run(database.url(), "import", "iati", sample().toString())).startsWith("0 ");
        assertThat(events()).isPositive();
        assertThat(data).isDirectoryContaining("glob:**/log").isDirectoryNotContaining("glob:**/postgres");
    }

    @Test
    void the_one_that_the_command_names_is_used_instead_and_a_local_one_is_not_touched() throws Exception {
        Path local = Files.createDirectories(data.resolve("postgres"));
        Path credentials = Files.writeString(local.resolve("credentials.properties"), "not to be read");

        assertThat(run(NOWHERE, "import", "iati", sample().toString(), "--db",
                database.url().substring("jdbc:".length()))).startsWith("0 ");

        assertThat(events()).isPositive();
        assertThat(local).isDirectoryNotContaining(path -> !path.equals(credentials));
        assertThat(credentials).content().isEqualTo("not to be read");
    }

    @Test
    void one_that_is_out_of_reach_is_told_and_no_local_one_takes_its_place() throws Exception {
        assertThat(run(NOWHERE, "verify")).startsWith("69 ").contains("cannot connect to " + NOWHERE);
        assertThat(data).doesNotExist();
    }

    @Test
    void a_postgresql_older_than_15_is_refused_before_anything_is_made_in_it() throws Exception {
        try (OtherVersion old = OtherVersion.of(database, "14")) {
            assertThat(run(old.url(), "verify")).startsWith("69 ")
                    .contains("PostgreSQL 14 at " + old.url() + " is too old; 15 or newer is needed");
        }
        try (OtherVersion oldEnough = OtherVersion.of(database, "15")) {
            assertThat(run(oldEnough.url(), "verify")).as("15 made its schema").startsWith("0 Sound");
        }
    }
}
