package org.aidledger.app.cli;

import java.nio.file.Path;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command works on, and how it answers. */
final class LedgerOptions {

    @Option(names = "--data", paramLabel = "DIR",
            description = "The data folder: local database, signing key, last signed checkpoint. Default: LEDGER_DATA or ./var") private @Nullable Path data;

    @Option(names = "--db", paramLabel = "URL",
            description = "An external PostgreSQL 15 or newer instead of the local one, with LEDGER_DB_USER, LEDGER_DB_PASSWORD, "
                    + "LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD. Default: LEDGER_DB_URL") private @Nullable String database;

    @Option(names = "--actor", paramLabel = "NAME",
            description = "Who acts; recorded with every event. Default: the operating system's user") private @Nullable String actor;

    @Option(names = "--json", description = "Answer as JSON, for programs") private boolean json;

    LedgerSettings settings() {
        return LedgerSettings.from(System.getenv(), data, database);
    }

    /** Opens the ledger; also closed in order when the process is asked to end. */
    Ledger open() {
        Ledger ledger = Ledger.open(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::close, "close-ledger"));
        return ledger;
    }

    String actor() {
        return actor != null ? actor : System.getProperty("user.name");
    }

    boolean json() {
        return json;
    }
}
