package org.aidledger.app.exchange.iati.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.actor.ActorId;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.app.platform.LedgerSettings.External;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.project.Perspective;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A ledger on a fresh database, to import into, and what tests ask of it afterwards. */
final class ImportingLedger implements AutoCloseable {

    static final ActorId LAN = new ActorId("lan");
    static final Submitter BY_LAN = Submitter.atCommandLine(LAN.value());

    final TestDatabase database = TestDatabase.createMigrated();
    final Ledger ledger;
    final Path folder;

    ImportingLedger() {
        try {
            folder = Files.createTempDirectory("importing-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger = open(folder, database.url(), database.user(Role.APP), database.user(Role.OWNER));
    }

    static Ledger open(Path folder, String url, String user, String owner) {
        return Ledger.open(new LedgerSettings(folder, new External(url, user, user, owner, owner),
                "ledger.example/test", folder.resolve("signing-key.pem"), List.of()));
    }

    ImportReport run(Path file) throws IOException {
        return new IatiImport(ledger).run(file, BY_LAN, null, false, ImportProgress.NONE);
    }

    ImportReport tries(Path file) throws IOException {
        return new IatiImport(ledger).run(file, BY_LAN, null, true, ImportProgress.NONE);
    }

    ImportReport run(String name, String xml) throws IOException {
        return run(name, xml, null);
    }

    ImportReport run(String name, String xml, @Nullable Perspective perspective) throws IOException {
        return run(name, xml, perspective, ImportLimits.DEFAULT, ImportProgress.NONE);
    }

    ImportReport run(String name, String xml, @Nullable Perspective perspective, ImportLimits limits,
            ImportProgress progress) throws IOException {
        InputStream in = new ByteArrayInputStream(xml.getBytes(UTF_8));
        return new IatiImport(ledger, Clock.systemUTC(), limits).run(in, name, BY_LAN, perspective, false, progress);
    }

    long size() {
        return ledger.gateway().reader().size();
    }

    List<Entry> entries(long from) {
        return ledger.gateway().reader().leaves(from, Integer.MAX_VALUE).stream()
                .map(ledger.gateway().catalogue()::decode).toList();
    }

    <E extends LedgerEvent> Stream<E> events(Class<E> type) {
        return entries(0).stream().map(Entry::payload).filter(type::isInstance).map(type::cast);
    }

    static ImportRefusal refusalOf(ImportReport report) {
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        return Objects.requireNonNull(report.refusal());
    }

    /** The bytes kept of a file; null if there are none. */
    byte @Nullable [] kept(ImportReport report) throws SQLException {
        try (Connection connection = database.app().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select bytes from ledger.content where sha256 = ?")) {
            select.setBytes(1, HexFormat.of().parseHex(Objects.requireNonNull(report.sha256())));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** Nothing in the log, and with it no key answered; no bytes kept. */
    void assertEmpty() throws SQLException {
        assertThat(size()).isZero();
        try (Connection connection = database.app().getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select (select count(*) from ledger.entry) + (select count(*) from ledger.content)
                             + (select count(*) from ledger.tag)""");
                ResultSet row = select.executeQuery()) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    /** Derived again from the raw bytes: every leaf, tile and head, the density of streams, the files kept. */
    void assertSound() {
        assertThat(new DatabaseVerification(database.app(), List.of(ledger.checkpoints().latest().checkpoint()))
                .run(done -> {
                    // nobody watches
                }).fault()).isEmpty();
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
