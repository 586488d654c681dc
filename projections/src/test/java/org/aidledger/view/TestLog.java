package org.aidledger.view;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.testing.TestDatabase;

/** A log of real leaves in a database of its own, and the same entries in memory to compare with. */
public final class TestLog implements AutoCloseable {

    private static final String INSERT = "insert into ledger.entry"
            + " (index, id, stream, version, type, effective_date, recorded_at, leaf, leaf_hash) values (?, ?, ?, ?, ?, ?, ?, ?, '')";
    /** No view looks at roots, so the heads of this log have none. */
    private static final String HEAD = "insert into ledger.head (step, size, root, frontier, recorded_at)"
            + " values (?, ?, decode(repeat('00', 32), 'hex'), '', ?)";
    private static final Instant START = Instant.parse("2024-01-01T00:00:00.000001Z");

    private final TestDatabase database = TestDatabase.createMigrated();
    private final HikariDataSource pool = pool(database.app());
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long step;
    private Instant clock = START;

    /** A pool of the application's connections. */
    public DataSource app() {
        return pool;
    }

    public EntryReader reader() {
        return new EntryReader(pool);
    }

    public TestDatabase database() {
        return database;
    }

    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    public long size() {
        return entries.size();
    }

    /** The version the stream's next event will have. */
    public long nextVersion(String stream) {
        return versions.getOrDefault(stream, 0L);
    }

    /** Events recorded from now on are recorded then. */
    public void clock(Instant instant) {
        clock = instant;
    }

    public Instant clock() {
        return clock;
    }

    public Entry append(String stream, Map<String, String> metadata, LedgerEvent event) {
        return appendAll(List.of(new Draft(stream, metadata, event))).getFirst();
    }

    /** In one transaction, recorded at one moment. */
    public List<Entry> appendAll(List<Draft> drafts) {
        Catalogue catalogue = Catalogue.ledger();
        List<Entry> appended = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        for (Draft draft : drafts) {
            long index = entries.size();
            long version = versions.merge(draft.stream, 1L, Long::sum) - 1;
            UUID id = new UUID(0, index);
            byte[] leaf = catalogue.encode(id, draft.stream, version, draft.metadata, draft.event).stamp(index, clock);
            Entry entry = catalogue.decode(leaf);
            entries.add(entry);
            appended.add(entry);
            leaves.add(leaf);
        }
        insert(appended, leaves);
        return appended;
    }

    private void insert(List<Entry> appended, List<byte[]> leaves) {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < leaves.size(); i++) {
                Entry entry = appended.get(i);
                insert.setLong(1, entry.index());
                insert.setObject(2, entry.id());
                insert.setString(3, entry.stream());
                insert.setLong(4, entry.version());
                insert.setString(5, entry.type());
                insert.setObject(6, entry.effectiveDate());
                insert.setObject(7, entry.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setBytes(8, leaves.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
            head.setLong(1, ++step);
            head.setLong(2, size());
            head.setObject(3, clock.atOffset(ZoneOffset.UTC));
            head.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }

    public record Draft(String stream, Map<String, String> metadata, LedgerEvent event) {
    }
}
