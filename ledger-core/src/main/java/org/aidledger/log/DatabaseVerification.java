package org.aidledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aidledger.eventstore.DatabaseHashes;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.log.Verdict.Held;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.LogVerifier;
import org.aidledger.tlog.TreeHasher;

/**
 * Derives the whole log again from the stored bytes, trusting none of the stored hashes: every leaf, every tile, every head
 * ever recorded, the density of indices and streams, the columns that repeat what leaves say, the files kept. Names the first
 * bad index.
 */
public final class DatabaseVerification {

    private final DataSource database;
    private final List<Checkpoint> checkpoints;
    private final Consumer<byte[]> leaves;

    /** @param checkpoints verified checkpoints of this log that it must extend: the last signed one, those an auditor kept */
    public DatabaseVerification(DataSource database, List<Checkpoint> checkpoints) {
        this(database, checkpoints, leaf -> {
        });
    }

    /** @param leaves told every leaf in order, as long as all is sound */
    public DatabaseVerification(DataSource database, List<Checkpoint> checkpoints, Consumer<byte[]> leaves) {
        this.database = database;
        this.checkpoints = List.copyOf(checkpoints);
        this.leaves = leaves;
    }

    /** How many events there are to verify now. */
    public long size() {
        try (Connection connection = database.getConnection()) {
            return head(connection).size();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the head of the log: " + e.getMessage(), e);
        }
    }

    /** @param progress told now and then how many events are done */
    public Verdict run(LongConsumer progress) {
        try (Connection entries = database.getConnection(); Connection heads = database.getConnection();
                Connection tiles = database.getConnection()) {
            Head head = head(tiles);
            LogVerifier verifier = LogVerifier.against(new DatabaseHashes(tiles));
            verifier.expect(head.size(), head.root());
            checkpoints.forEach(checkpoint -> verifier.expect(checkpoint.size(), checkpoint.root()));
            EntryColumns columns = new EntryColumns();
            Optional<Defect> defect;
            try (RecordedHeads recorded = new RecordedHeads(heads);
                    StoredEntries stored = new StoredEntries(entries, head.size())) {
                defect = entries(verifier, stored, columns, recorded, progress);
            }
            List<Held> held = new ArrayList<>();
            if (defect.isEmpty()) {
                defect = beyondTheHead(tiles);
            }
            if (defect.isEmpty()) {
                defect = new TileColumns(tiles).check(verifier.size());
            }
            if (defect.isEmpty()) {
                checkpoints.forEach(c -> held.add(new Held("checkpoint", c.size())));
                defect = new KeptContents(tiles).check(columns.files(), held);
            }
            return new Verdict(verifier.size(), verifier.root(), defect, held);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the log: " + e.getMessage(), e);
        }
    }

    private Optional<Defect> entries(LogVerifier verifier, StoredEntries stored, EntryColumns columns,
            RecordedHeads heads, LongConsumer progress)
            throws SQLException {
        TreeHasher hasher = new TreeHasher();
        byte[] leafHash = new byte[32];
        Optional<Defect> defect = heads.check(verifier);
        while (defect.isEmpty()) {
            StoredEntries.Row row = stored.next();
            if (row == null) {
                break;
            }
            hasher.leaf(row.leaf(), 0, row.leaf().length, leafHash, 0);
            boolean sound = verifier.addHash(row.index(), leafHash);
            Optional<Defect> columnDefect = columns.check(row, leafHash);
            if (!sound || columnDefect.isPresent()) {
                return earliest(verifier, columnDefect);
            }
            leaves.accept(row.leaf());
            defect = heads.check(verifier);
            if (verifier.size() % 4_096 == 0) {
                progress.accept(verifier.size());
            }
        }
        progress.accept(verifier.size());
        return defect.isPresent() ? defect : earliest(verifier, Optional.empty());
    }

    /** Hashes are compared tile by tile, columns row by row: whichever is bad first in the log counts. */
    private static Optional<Defect> earliest(LogVerifier verifier, Optional<Defect> other) {
        Optional<Defect> hashes = verifier.finish()
                .map(fault -> new Defect(fault.kind().name(), fault.firstIndex(), fault.lastIndex(), fault.detail()));
        if (hashes.isPresent() && other.isPresent()) {
            return hashes.get().firstIndex() <= other.get().firstIndex() ? hashes : other;
        }
        return hashes.isPresent() ? hashes : other;
    }

    /** Rows that no append put there: the newest head does not count them. */
    private static Optional<Defect> beyondTheHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select min(index) from ledger.entry where index >= (select coalesce(max(size), 0) from ledger.head)");
                ResultSet row = select.executeQuery()) {
            row.next();
            long index = row.getLong(1);
            return row.wasNull() ? Optional.empty()
                    : Optional.of(new Defect("ENTRY_BEYOND_HEAD", index, index,
                            "no append put it there: the newest head ends before"));
        }
    }

    private record Head(long size, Hash root) {
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select size, root from ledger.head order by step desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), Hash.of(row.getBytes(2)))
                    : new Head(0, LogVerifier.withoutTiles().root());
        }
    }
}
