package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** The append-only schema {@code ledger}, made and migrated under the owner's credentials only. */
public final class LedgerSchema {

    private LedgerSchema() {
    }

    /** What the schema is to this program. */
    public enum Age {
        NONE, OLDER, CURRENT, NEWER
    }

    /**
     * Brings the schema to the newest version. No other node may run meanwhile: what is filled in here, an older program would not
     * keep up.
     *
     * @param owner connections of the owning role
     * @param applicationRole role that may read and append, and nothing else
     * @throws IllegalStateException when a newer program has written it
     */
    public static void migrate(DataSource owner, String applicationRole) {
        if (!applicationRole.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain role name: " + applicationRole);
        }
        Flyway flyway = flyway(owner, applicationRole);
        if (isNewer(flyway.info())) {
            throw new IllegalStateException("the schema of this database was written by a newer program");
        }
        flyway.migrate();
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
