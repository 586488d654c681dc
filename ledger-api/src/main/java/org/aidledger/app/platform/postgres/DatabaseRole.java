package org.aidledger.app.platform.postgres;

/** Who connects to the ledger's database. Each role has a password of its own. */
public enum DatabaseRole {

    /** Owns the database and runs migrations. */
    OWNER("aidledger_owner"),

    /** The running application: creates {@code views}, and on {@code ledger} may only what migrations grant. */
    APPLICATION("aidledger_app"),

    /** The server's superuser, whom the ledger itself never uses; for maintenance, and for tests that tamper. */
    SUPERUSER("postgres");

    private final String user;

    DatabaseRole(String user) {
        this.user = user;
    }

    /** The role's name in PostgreSQL. */
    public String user() {
        return user;
    }
}
