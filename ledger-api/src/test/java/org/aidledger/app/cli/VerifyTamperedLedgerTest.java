package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.app.platform.postgres.DatabaseRole;
import org.aidledger.app.platform.postgres.LocalDatabase;
import org.aidledger.app.platform.postgres.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a superuser does to a local ledger behind the triggers, and what {@code ./ledger verify} says of it: three files imported,
 * 253 events each, the last of them signed. Every test tampers with a copy of its own.
 */
class VerifyTamperedLedgerTest {

    private static final int FILES = 3;
    private static final int TRANSACTIONS_EACH = 250;
    private static final int EVENTS = 759;

    private static final String EDIT =
            "update ledger.entry set leaf = replace(convert_from(leaf, 'UTF8'), '100.50', '900.50')::bytea where index = ";
    private static final String REHASH =
            "update ledger.entry set leaf_hash = sha256('\\x00'::bytea || leaf) where index = ";
    private static final String COLUMN = "update ledger.entry set %s where index = 321";
    private static final String INSERT = "insert into ledger.entry select %d, 'PRJ-new', 0, gen_random_uuid(), type,"
            + " effective_date, recorded_at, leaf, leaf_hash from ledger.entry where index = 49";
    private static final String CUT =
            "with gone as (delete from ledger.head where size > 506) delete from ledger.entry where index >= 506";

    @TempDir private static Path data;
    private static LocalDatabase server;
    private static Path saved;

    /** The server stays open, so that every command joins it and none has to start it. */
    @BeforeAll
    static void fill() throws IOException, SQLException {
        server = LocalDatabase.open(data, List.of());
        asSuperuser("postgres", "create database empty template aidledger");
        importFiles("100.50");
        saved = Files.copy(lastSigned(), data.resolve("saved-checkpoint"));
        asSuperuser("postgres", "alter database aidledger rename to sound");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void copy() throws IOException, SQLException {
        copy("sound");
        Files.copy(saved, lastSigned(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(String template) throws SQLException {
        asSuperuser("postgres", "drop database if exists aidledger",
                "create database aidledger owner aidledger_owner template " + template,
                "grant connect, create, temporary on database aidledger to aidledger_app");
    }

    private static Path lastSigned() {
        return data.resolve("log/last-checkpoint");
    }

    private static void importFiles(String value) throws IOException {
        for (int i = 1; i <= FILES; i++) {
            Path file = Files.writeString(data.resolve("file-" + i + ".xml"), file("XX-" + i, value));
            assertThat(Cli.run("import", "iati", file.toString(), "--data", data.toString())).startsWith("0 ");
        }
    }

    private static String file(String identifier, String value) {
        return """
                <iati-activities version="2.03"><iati-activity default-currency="USD" xml:lang="en">
                <iati-identifier>%s-1</iati-identifier>
                <reporting-org ref="%s" type="10"><narrative>Owner</narrative></reporting-org>
                <title><narrative>School</narrative></title>
                <participating-org role="4" ref="%s"/>
                <activity-status code="2"/>
                %s
                </iati-activity></iati-activities>
                """.formatted(identifier, identifier, identifier, String.join("", Collections.nCopies(TRANSACTIONS_EACH, """
                <transaction><transaction-type code="11"/><transaction-date iso-date="2024-02-29"/>
                <value value-date="2024-02-29">%s</value></transaction>
                """.formatted(value))));
    }

    private static void asSuperuser(String database, String... statements) throws SQLException {
        Login login = server.login(DatabaseRole.SUPERUSER);
        String url = login.url().replaceFirst("/aidledger$", "/" + database);
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void tamper(String... statements) throws SQLException {
        asSuperuser("aidledger", Stream.concat(
                Stream.of("entry", "head", "tile", "content")
                        .map(table -> "alter table ledger." + table + " disable trigger append_only"),
                Stream.of(statements)).toArray(String[]::new));
    }

    private static String verify(String... more) {
        return Cli.run(Stream.concat(Stream.of("verify", "--data", data.toString(), "--json"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static JsonNode json(String answer) {
        return new JsonMapper().readTree(answer.substring(2));
    }

    private static JsonNode notSound(String answer) {
        assertThat(answer).startsWith(ExitCode.NOT_SOUND + " ");
        JsonNode json = json(answer);
        assertThat(json.get("sound").asBoolean()).isFalse();
        return json;
    }

    enum Tampering {
        FIRST_PAYLOAD("ENTRY_DIFFERS", 0, "update ledger.entry set leaf = leaf || ' '::bytea where index = 0"),
        A_PAYLOAD("ENTRY_DIFFERS", 10, EDIT + 10),
        LAST_PAYLOAD_OF_A_TILE("ENTRY_DIFFERS", 255, EDIT + 255),
        FIRST_PAYLOAD_OF_A_TILE("ENTRY_DIFFERS", 256, EDIT + 256),
        A_PAYLOAD_OF_NO_TILE("ENTRY_DIFFERS", 600, EDIT + 600),
        LAST_PAYLOAD("ENTRY_DIFFERS", 758, "update ledger.entry set leaf = leaf || ' '::bytea where index = 758"),
        A_PAYLOAD_AND_ITS_HASH("ENTRY_DIFFERS", 300, EDIT + 300, REHASH + 300),
        A_PAYLOAD_OF_NO_TILE_AND_ITS_HASH("ROOT_DIFFERS", 506, 758, EDIT + 600, REHASH + 600),
        METADATA("ENTRY_DIFFERS", 77,
                "update ledger.entry set leaf = replace(convert_from(leaf, 'UTF8'), 'REPORTED', 'DECIDED')::bytea"
                        + " where index = 77"),
        FIRST_ROW_DELETED("ENTRY_MISSING", 0, "delete from ledger.entry where index = 0"),
        A_ROW_DELETED("ENTRY_MISSING", 300, "delete from ledger.entry where index = 300"),
        LAST_ROW_DELETED("TAIL_MISSING", 758, "delete from ledger.entry where index = 758"),
        TWO_ROWS_SWAPPED("ENTRY_DIFFERS", 40, "update ledger.entry set index = -7 where index = 40",
                "update ledger.entry set index = 40 where index = 620",
                "update ledger.entry set index = 620 where index = -7"),
        A_ROW_INSERTED_IN_THE_PAST("ENTRY_DIFFERS", 50,
                "update ledger.entry set index = index + 10000 where index >= 50",
                "update ledger.entry set index = index - 9999 where index >= 10000", INSERT.formatted(50)),
        A_ROW_APPENDED_BEHIND_THE_HEAD("ENTRY_BEYOND_HEAD", 759, INSERT.formatted(759)),
        THE_TAIL_WITHOUT_ITS_HEAD("TAIL_MISSING", 690, "delete from ledger.entry where index >= 690"),
        STREAM("COLUMN_DIFFERS", 321, COLUMN.formatted("stream = 'PRJ-other'")),
        VERSION("COLUMN_DIFFERS", 321, COLUMN.formatted("version = version + 1000")),
        ID("COLUMN_DIFFERS", 321, COLUMN.formatted("id = gen_random_uuid()")),
        TYPE("COLUMN_DIFFERS", 321, COLUMN.formatted("type = 'aid.Other'")),
        EFFECTIVE_DATE("COLUMN_DIFFERS", 321, COLUMN.formatted("effective_date = '2020-01-01'")),
        RECORDED_AT("COLUMN_DIFFERS", 321, COLUMN.formatted("recorded_at = recorded_at - interval '1 second'")),
        A_TILE("ENTRY_DIFFERS", 258,
                "update ledger.tile set hashes = overlay(hashes placing '\\xff' from 70) where number = 1"),
        A_HEAD("ROOT_DIFFERS", 505, "update ledger.head set root = sha256('x') where size = 506"),
        A_HEAD_DELETED("HEADS_NOT_DENSE", 759, "delete from ledger.head where size = 506"),
        A_KEPT_FILE("CONTENT_DIFFERS", -1, "update ledger.content set bytes = bytes || ' '::bytea"),
        A_KEPT_FILE_DELETED("CONTENT_MISSING", 506, "delete from ledger.content where encode(sha256, 'hex') = (select"
                + " convert_from(leaf, 'UTF8')::jsonb #>> '{metadata,sourceSha256}' from ledger.entry where index = 506)"),
        ALL_EVENTS("TAIL_MISSING", 0, "delete from ledger.entry", "delete from ledger.head", "delete from ledger.tile"),
        THE_TAIL("TAIL_MISSING", 506, CUT);

        private final String kind;
        private final long first;
        private final long last;
        private final String[] statements;

        Tampering(String kind, long index, String... statements) {
            this(kind, index, index, statements);
        }

        Tampering(String kind, long first, long last, String... statements) {
            this.kind = kind;
            this.first = first;
            this.last = last;
            this.statements = statements;
        }
    }

    @Test
    void an_untouched_ledger_is_sound() {
        String answer = verify("--checkpoint", saved.toString());
        assertThat(answer).startsWith("0 ");
        assertThat(json(answer).get("events").asLong()).isEqualTo(EVENTS);
        assertThat(json(answer).get("held")).extracting(held -> held.get("code").asString())
                .containsExactly("checkpoint", "checkpoint", "files");
    }

    @ParameterizedTest
    @EnumSource
    void the_first_bad_event_is_named(Tampering tampering) throws SQLException {
        tamper(tampering.statements);
        JsonNode json = notSound(verify());
        assertThat(json.get("kind").asString() + " " + json.get("firstBadIndex") + " " + json.get("lastBadIndex"))
                .as("%s", tampering)
                .isEqualTo(tampering.kind + " " + tampering.first + " " + tampering.last);
    }

    @Test
    void a_cut_tail_is_found_against_a_checkpoint_that_somebody_saved() throws IOException, SQLException {
        tamper(CUT);
        Files.delete(lastSigned());
        assertThat(verify()).as("without a checkpoint nobody can tell").startsWith("0 ");
        JsonNode json = notSound(verify("--checkpoint", saved.toString()));
        assertThat(json.get("kind").asString()).isEqualTo("TAIL_MISSING");
        assertThat(json.get("firstBadIndex").asLong()).isEqualTo(506);
    }

    @Test
    void a_history_written_anew_and_signed_with_the_same_key_is_found_against_a_saved_checkpoint()
            throws IOException, SQLException {
        copy("empty");
        Files.delete(lastSigned());
        importFiles("900.50");
        assertThat(verify()).as("by itself it fits together").startsWith("0 ");
        JsonNode json = notSound(verify("--checkpoint", saved.toString()));
        assertThat(json.get("kind").asString()).isEqualTo("ROOT_DIFFERS");
        assertThat(json.get("firstBadIndex").asLong()).isZero();
    }
}
