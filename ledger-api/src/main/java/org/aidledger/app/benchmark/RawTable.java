package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A table of the log's shape and nothing more, for yardsticks to write to. */
record RawTable(DataSource database, String name) {

    static RawTable create(DataSource database, String name) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table bench." + name + " (index bigint primary key, stream text not null, "
                    + "version bigint not null, id uuid not null, type text not null, effective_date date not null, "
                    + "recorded_at timestamptz not null, leaf bytea not null, leaf_hash bytea not null, "
                    + "unique (stream, version))");
        }
        return new RawTable(database, "bench." + name);
    }
}
