package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/** A log on a fresh database, and the invariants that every test of it ends with. */
final class LogUnderTest implements AutoCloseable {

    static final Catalogue CATALOGUE = Catalogue.ledger();

    final TestDatabase database;
    final DataSource app;
    final CachedTagIndex tags;
    final AppendEngine engine;

    LogUnderTest(TestDatabase database) {
        this(database, database.dataSource(TestDatabase.Role.APP), InstantSource.system());
    }

    LogUnderTest(TestDatabase database, DataSource app, InstantSource clock) {
        this.database = database;
        this.app = app;
        LedgerSchema.migrate(database.dataSource(TestDatabase.Role.OWNER), database.user(TestDatabase.Role.APP));
        tags = new CachedTagIndex(app);
        engine = new AppendEngine(app, tags, clock);
    }

    static Draft pledge(String stream, long version) {
        return pledge(stream, version, "lan", null);
    }

    static Draft pledge(String stream, long version, String actor, @Nullable Party donor) {
        return Draft.of(CATALOGUE, UUID.randomUUID(), stream, version, Map.of("actor", actor, "way", "DECIDED"),
                new AidPledged(new ProjectId(stream), Direction.IN, donor, Money.of("100.50", "USD"), null, null,
                        LocalDate.of(2024, 2, 29)));
    }

    AppendResult append(Draft... drafts) {
        return engine.append(List.of(drafts), new AppendTerms());
    }

    /** Indices and stream versions dense, times never decreasing, every stored root re-derived from raw bytes. */
    List<Entry> assertSound() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Map<Long, String> roots = heads();
        RightEdge edge = RightEdge.empty();
        TreeHasher hasher = new TreeHasher();
        Map<String, Long> versions = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        Instant last = Instant.EPOCH;
        List<byte[]> leaves = new EntryReader(app).leaves(0, Integer.MAX_VALUE);
        for (byte[] leaf : leaves) {
            Entry entry = CATALOGUE.decode(leaf);
            assertThat(entry.index()).isEqualTo(edge.size());
            assertThat(entry.version()).isEqualTo(versions.merge(entry.stream(), 0L, (a, b) -> a + 1));
            assertThat(entry.recordedAt()).isAfterOrEqualTo(last);
            assertThat(ids.add(entry.id())).isTrue();
            last = entry.recordedAt();
            edge = edge.append(List.of(hasher.leaf(leaf))).after();
            String recorded = roots.remove(edge.size());
            if (recorded != null) {
                assertThat(edge.root().hex()).isEqualTo(recorded);
            }
            entries.add(entry);
        }
        roots.remove(0L);
        assertThat(roots).as("heads beyond the events").isEmpty();
        return entries;
    }

    private Map<Long, String> heads() throws SQLException {
        Map<Long, String> roots = new HashMap<>();
        try (Connection connection = app.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select step, size, root from ledger.head order by step")) {
            long step = 0;
            while (row.next()) {
                assertThat(row.getLong(1)).isEqualTo(++step);
                String root = Hash.of(row.getBytes(3)).hex();
                String other = roots.put(row.getLong(2), root);
                assertThat(other == null || other.equals(root)).as("one root a size").isTrue();
            }
        }
        return roots;
    }

    @Override
    public void close() {
        engine.close();
    }
}
