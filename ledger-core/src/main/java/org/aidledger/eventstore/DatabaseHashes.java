package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.aidledger.tlog.HashSource;
import org.aidledger.tlog.TlogException;
import org.jspecify.annotations.Nullable;

/** The hashes of the log's tree as the database has them: full tiles as stored, and of the newest
 * entries the leaf hashes kept beside them. */
public final class DatabaseHashes implements HashSource {

    private static final int HASH_BYTES = 32;
    private static final int TILE_WIDTH = 256;

    private final Connection connection;

    /** Reads through this connection, in whatever transaction it is in; for one thread. */
    public DatabaseHashes(Connection connection) {
        this.connection = connection;
    }

    @Override
    public byte[] hashes(int level, long from, long to) {
        try {
            byte[] tile = storedTile(level, from / TILE_WIDTH);
            if (tile != null) {
                int first = (int) (from % TILE_WIDTH);
                return Arrays.copyOfRange(tile, first * HASH_BYTES, (first + (int) (to - from)) * HASH_BYTES);
            }
            byte[] hashes = new byte[(int) (to - from) * HASH_BYTES];
            int count = level == 0 ? leafHashes(from, to, hashes)
                    : tileRoots(level - 1, from, to, hashes);
            if (count != to - from) {
                throw new TlogException.Unavailable("hashes " + from + " to " + (to - 1) + " of level " + level,
                        "the database has only " + count);
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read hashes " + from + " to " + (to - 1) + " of level " + level, e);
        }
    }

    private byte @Nullable [] storedTile(int level, long number) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select hashes from ledger.tile where level = ? and number = ?")) {
            select.setInt(1, level);
            select.setLong(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private int tileRoots(int level, long from, long to, byte[] into) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select root from ledger.tile where level = ? and number >= ? and number < ? order by number")) {
            select.setInt(1, level);
            select.setLong(2, from);
            select.setLong(3, to);
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    System.arraycopy(row.getBytes(1), 0, into, count++ * HASH_BYTES, HASH_BYTES);
                }
            }
            return count;
        }
    }

    private int leafHashes(long from, long to, byte[] into) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement(
                        "select index, leaf_hash from ledger.entry where index >= ? and index < ? order by index")) {
            select.setLong(1, from);
            select.setLong(2, to);
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && row.getLong(1) == from + count) {
                    System.arraycopy(row.getBytes(2), 0, into, count++ * HASH_BYTES, HASH_BYTES);
                }
            }
            return count;
        }
    }
}
