package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick of commands: every client inserts prepared single rows of the log's shape, each in a transaction that it commits.
 * In auto-commit the server ends each by itself, which saves a round trip: as fast as pgbench, and the most that single inserts
 * can do.
 */
final class RawInserts implements Contender {

    private final RawTable table;
    private final byte[] leaf;
    private final boolean isAutoCommit;
    private final AtomicLong next = new AtomicLong();

    private RawInserts(RawTable table, byte[] leaf, boolean isAutoCommit) {
        this.table = table;
        this.leaf = leaf;
        this.isAutoCommit = isAutoCommit;
    }

    /** @param leaf a typical leaf */
    static RawInserts committed(RawTable table, byte[] leaf) {
        return new RawInserts(table, leaf, false);
    }

    /** @param leaf a typical leaf */
    static RawInserts inAutoCommit(RawTable table, byte[] leaf) {
        return new RawInserts(table, leaf, true);
    }

    @Override
    public String name() {
        return isAutoCommit ? "raw JDBC loop in auto-commit" : "raw JDBC loop, a prepared insert and a commit";
    }

    @Override
    public Client client(int number) throws SQLException {
        Connection connection = table.database().getConnection();
        connection.setAutoCommit(isAutoCommit);
        PreparedStatement insert =
                connection.prepareStatement("insert into " + table.name() + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        return new Client() {
            @Override
            public void once() throws SQLException {
                long index = next.getAndIncrement();
                insert.setLong(1, index);
                insert.setString(2, "PRJ-" + index % CommandLoad.STREAMS);
                insert.setLong(3, index);
                insert.setObject(4, UUID.randomUUID());
                insert.setString(5, "aid.AidPledged");
                insert.setObject(6, LocalDate.of(2024, 2, 29));
                insert.setObject(7, OffsetDateTime.now());
                insert.setBytes(8, leaf);
                insert.setBytes(9, new byte[32]);
                insert.executeUpdate();
                if (!isAutoCommit) {
                    connection.commit();
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
