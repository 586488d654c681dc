package org.aidledger.eventstore;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The append-only schema {@code ledger}, made and migrated under the owner's credentials only. */
public final class LedgerSchema {

    private LedgerSchema() {
    }

    /**
     * Brings the schema to the newest version.
     *
     * @param owner connections of the owning role
     * @param applicationRole role that may read and append, and nothing else
     */
    public static void migrate(DataSource owner, String applicationRole) {
        if (!applicationRole.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain role name: " + applicationRole);
        }
        Flyway.configure(LedgerSchema.class.getClassLoader())
                .dataSource(owner)
                .schemas("ledger")
                .createSchemas(true)
                .table("migration")
                .locations("classpath:org/aidledger/eventstore/migration")
                .placeholders(Map.of("app", applicationRole))
                .load()
                .migrate();
    }
}
