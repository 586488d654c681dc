package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** The append-only schema {@code ledger}, made and migrated under the owner's credentials only. */
public final class LedgerSchema {

    private static final Duration LEAVING_MAX = Duration.ofSeconds(3);
    private static final Duration LEAVING_PAUSE = Duration.ofMillis(100);

    private LedgerSchema() {
    }

    /** What the schema is to this program. */
    public enum Age {
        NONE, OLDER, CURRENT, NEWER
    }

    /**
     * Brings the schema to the newest version. No older program may write to it meanwhile, as it would not keep up what is filled in
     * here: so an older schema is left alone while anybody is connected under the application's role.
     *
     * @param owner connections of the owning role
     * @param applicationRole role that may read and append, and nothing else
     * @throws IllegalStateException when a newer program has written it, or it is older and in use
     */
    public static void migrate(DataSource owner, String applicationRole) {
        if (!applicationRole.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain role name: " + applicationRole);
        }
        Flyway flyway = flyway(owner, applicationRole);
        if (isNewer(flyway.info())) {
            throw new IllegalStateException("the schema of this database was written by a newer program");
        }
        if (flyway.info().applied().length > 0 && flyway.info().pending().length > 0) {
            requireUnused(owner, applicationRole);
        }
        flyway.migrate();
    }

    /** Who was stopped just now may still be leaving. */
    private static void requireUnused(DataSource owner, String applicationRole) {
        long giveUp = System.nanoTime() + LEAVING_MAX.toNanos();
        long open = connections(owner, applicationRole);
        while (open > 0 && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(LEAVING_PAUSE.toNanos());
            open = connections(owner, applicationRole);
        }
        if (open > 0) {
            throw new IllegalStateException(
                    "the database's schema is older than this program, and another one is connected (open"
                            + " connections: " + open + "); stop every program that uses this ledger, and start again");
        }
    }

    private static long connections(DataSource owner, String applicationRole) {
        try (Connection connection = owner.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where datname = current_database() and usename = ?"
                                + " and pid <> pg_backend_pid()")) {
            select.setString(1, applicationRole);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask who uses the database: " + e.getMessage(), e);
        }
    }

    /** What the schema is, as far as the application's role can tell: one it may not ask about is from before it could. */
    public static Age age(DataSource application, String applicationRole) throws SQLException {
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('ledger.head') is not null,"
                        + " coalesce(has_table_privilege(to_regclass('ledger.migration'), 'select'), false)")) {
            row.next();
            if (!row.getBoolean(1)) {
                return Age.NONE;
            }
            if (!row.getBoolean(2)) {
                return Age.OLDER;
            }
        }
        MigrationInfoService info = flyway(application, applicationRole).info();
        return isNewer(info) ? Age.NEWER : info.pending().length > 0 ? Age.OLDER : Age.CURRENT;
    }

    private static boolean isNewer(MigrationInfoService info) {
        return Arrays.stream(info.applied()).anyMatch(migration -> migration.getState().isApplied()
                && !migration.getState().isResolved());
    }

    private static Flyway flyway(DataSource database, String applicationRole) {
        return Flyway.configure(LedgerSchema.class.getClassLoader())
                .dataSource(database)
                .schemas("ledger")
                .createSchemas(true)
                .table("migration")
                .locations("classpath:org/aidledger/eventstore/migration")
                .placeholders(Map.of("app", applicationRole))
                .load();
    }
}
