package org.aidledger.app.platform.postgres;

/** The statements that make an empty PostgreSQL the ledger's; one a line, as its single-user mode reads them. */
final class RolesScript {

    static final String DATABASE = "aidledger";

    private RolesScript() {
    }

    static String of(Credentials credentials) {
        var owner = DatabaseRole.OWNER.user();
        var application = DatabaseRole.APPLICATION.user();
        return String.join("\n",
                "create role " + owner + " login password '" + credentials.password(DatabaseRole.OWNER) + "'",
                "create role " + application + " login password '" + credentials.password(DatabaseRole.APPLICATION)
                        + "'",
                "create database " + DATABASE + " owner " + owner,
                "revoke all on database " + DATABASE + " from public",
                // The application makes and drops its schemas of views itself; on the owner's it has what it is granted.
                "grant connect, create, temporary on database " + DATABASE + " to " + application,
                "");
    }
}
