package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TreeHasher;

/** Reads the newest head, and proves by hashing that the events behind it give the root it claims. */
final class HeadReader {

    private static final long CATCH_UP_EVENTS_MAX = 10_000;

    private final TreeHasher hasher = new TreeHasher();

    /** @param known an earlier head of the same log, or {@link LogHead#EMPTY} */
    LogHead read(Connection connection, LogHead known) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select step, size, root, recorded_at from ledger.head order by step desc limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return LogHead.EMPTY;
            }
            long size = row.getLong(2);
            Hash root = Hash.of(row.getBytes(3));
            RightEdge edge = edge(connection, known.edge(), size, root);
            return new LogHead(row.getLong(1), edge, row.getObject(4, OffsetDateTime.class).toInstant());
        }
    }

    /** Up to so many new events their leaves are hashed again, which also proves them; beyond that stored hashes are read. */
    private RightEdge edge(Connection connection, RightEdge known, long size, Hash root) throws SQLException {
        if (size < known.size() || size - known.size() > CATCH_UP_EVENTS_MAX) {
            return RightEdge.load(size, root, new DatabaseHashes(connection));
        }
        RightEdge edge = known.append(newLeafHashes(connection, known.size(), size)).after();
        if (!edge.root().equals(root)) {
            throw new TlogException.Unproven("tree of size " + size,
                    "the events give the root " + edge.root() + " and not the recorded " + root
                            + "; run ./ledger verify");
        }
        return edge;
    }

    private byte[] newLeafHashes(Connection connection, long from, long to) throws SQLException {
        byte[] hashes = new byte[Math.toIntExact(to - from) * 32];
        try (PreparedStatement select = connection
                .prepareStatement("select leaf from ledger.entry where index >= ? and index < ? order by index")) {
            select.setLong(1, from);
            select.setLong(2, to);
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && count < to - from) {
                    byte[] leaf = row.getBytes(1);
                    hasher.leaf(leaf, 0, leaf.length, hashes, count++ * 32);
                }
            }
            return Arrays.copyOf(hashes, count * 32);
        }
    }
}
