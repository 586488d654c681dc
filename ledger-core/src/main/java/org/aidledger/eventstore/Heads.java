package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Single rows of the table of heads. */
final class Heads {

    private static final String INSERT =
            "insert into ledger.head (step, size, root, frontier, recorded_at) values (?, ?, ?, ?, ?)";

    private Heads() {
    }

    /** Takes the next step with nothing in it; false when it is taken already. Waits for a statement still in flight on it. */
    static boolean fence(Connection connection, LogHead on) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT + " on conflict do nothing")) {
            bind(insert, on.step() + 1, on);
            return insert.executeUpdate() == 1;
        }
    }

    /** Takes the step that this head is. */
    static void insert(Connection connection, LogHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, head.step(), head);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, long step, LogHead as) throws SQLException {
        insert.setLong(1, step);
        insert.setLong(2, as.size());
        insert.setBytes(3, as.edge().root().toBytes());
        insert.setBytes(4, as.edge().frontier());
        insert.setObject(5, OffsetDateTime.ofInstant(as.recordedAt(), ZoneOffset.UTC));
    }

    static boolean has(Connection connection, LogHead head) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from ledger.head where step = ? and root = ?")) {
            select.setLong(1, head.step());
            select.setBytes(2, head.edge().root().toBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
