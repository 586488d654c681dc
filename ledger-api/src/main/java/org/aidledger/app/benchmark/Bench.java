package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aidledger.app.platform.postgres.DatabaseRole;
import org.aidledger.app.platform.postgres.LocalDatabase;
import org.aidledger.app.platform.postgres.Login;
import org.aidledger.eventstore.LedgerSchema;
import org.aidledger.gateway.LedgerGateway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one measurement, on the same durable PostgreSQL settings that the ledger uses.
 *
 * @param seconds how long each contender runs in a round
 * @param rounds how often each contender runs
 * @param events size of the log that reading is measured on
 * @param log told what goes on
 */
record Bench(LocalDatabase server, String database, double seconds, int rounds, int events, Consumer<String> log)
        implements AutoCloseable {

    static Bench create(LocalDatabase server, String database, double seconds, int rounds, int events,
            Consumer<String> log)
            throws SQLException {
        Bench bench = new Bench(server, database, seconds, rounds, events, log);
        refuseWhileInUse(source(server.login(DatabaseRole.SUPERUSER), null), database);
        execute(source(server.login(DatabaseRole.SUPERUSER), null),
                "drop database if exists " + database + " with (force)");
        execute(source(server.login(DatabaseRole.SUPERUSER), null),
                "create database " + database + " owner " + DatabaseRole.OWNER.user());
        LedgerSchema.migrate(source(server.login(DatabaseRole.OWNER), database), DatabaseRole.APPLICATION.user());
        return bench;
    }

    private static void refuseWhileInUse(DataSource server, String database) throws SQLException {
        try (Connection connection = server.getConnection();
                PreparedStatement users =
                        connection.prepareStatement("select count(*) from pg_stat_activity where datname = ?")) {
            users.setString(1, database);
            try (ResultSet row = users.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    throw new IllegalStateException(
                            "another benchmark is running in this data folder; two at once would "
                                    + "time each other. Wait for it, or give --data another folder.");
                }
            }
        }
    }

    /** New connections of the application role. */
    DataSource source() {
        return source(server.login(DatabaseRole.APPLICATION), database);
    }

    /** New connections of the owning role, for yardsticks with tables of their own. */
    DataSource owner() {
        return source(server.login(DatabaseRole.OWNER), database);
    }

    /** As many projects as the log that is read has, a hundredth of its events. */
    CommandLoad load() {
        return new CommandLoad(Math.clamp(events / 100, 1, CommandLoad.STREAMS));
    }

    LedgerGateway gateway(DataSource pool) {
        return new LedgerGateway(pool, source(), Clock.systemUTC());
    }

    private static DataSource source(Login login, @Nullable String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.url());
        if (database != null) {
            source.setDatabaseName(database);
        }
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setPrepareThreshold(1);
        return source;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(source(server.login(DatabaseRole.SUPERUSER), null),
                "drop database if exists " + database + " with (force)");
    }
}
