package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The yardstick of commands: every client inserts prepared single rows of the log's shape, each its own transaction. */
final class RawInserts implements Contender {

    private final DataSource database;
    private final AtomicLong next = new AtomicLong();
    private final byte[] leaf;

    /** @param leaf a typical leaf */
    RawInserts(DataSource database, byte[] leaf) throws SQLException {
        this.database = database;
        this.leaf = leaf;
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute(
                    "create table bench.entry (index bigint primary key, stream text not null, version bigint not null, "
                            + "id uuid not null, type text not null, effective_date date not null, recorded_at timestamptz not null, "
                            + "leaf bytea not null, leaf_hash bytea not null, unique (stream, version))");
        }
    }

    @Override
    public String name() {
        return "raw JDBC loop, one prepared insert a transaction";
    }

    @Override
    public Client client(int number) throws SQLException {
        Connection connection = database.getConnection();
        PreparedStatement insert =
                connection.prepareStatement("insert into bench.entry values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
