package org.aidledger.app.platform;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger lives.
 *
 * @param dataFolder the folder of the local database, the signing key and the last signed checkpoint; {@code ./var} by default
 * @param database an external PostgreSQL, or null for the local one in the data folder
 * @param origin the log's name, a schemaless URL, also the name of its key
 * @param keyFile the signing key (PKCS #8 PEM, mode 0600); made on the first start
 * @param profiles active profiles; {@code production} refuses the local database
 * @param rulesFolder the deployment's own rule files, see {@link org.aidledger.rules.RuleFiles}; null: those that come along
 * @param signalsFile the deployment's own thresholds, see {@link org.aidledger.view.signal.Thresholds}; null: those that come along
 */
public record LedgerSettings(Path dataFolder, @Nullable External database, String origin, Path keyFile,
        Collection<String> profiles, @Nullable Path rulesFolder, @Nullable Path signalsFile) {

    /** With the rules and thresholds that come along. */
    public LedgerSettings(Path dataFolder, @Nullable External database, String origin, Path keyFile,
            Collection<String> profiles) {
        this(dataFolder, database, origin, keyFile, profiles, null, null);
    }

    static final String DEFAULT_ORIGIN = "localhost/aid-ledger";

    /**
     * An external PostgreSQL 15 or newer.
     *
     * @param url JDBC address
     * @param user the application role's name
     * @param ownerUser the owning role's name, which migrates; null: the schema is migrated by other means
     */
    public record External(String url, String user, @Nullable String password, @Nullable String ownerUser,
            @Nullable String ownerPassword) {

        /** Without passwords, so that a log line gives nothing away. */
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /**
     * Reads the environment: {@code LEDGER_DATA}, {@code LEDGER_DB_URL}, {@code LEDGER_DB_USER}, {@code LEDGER_DB_PASSWORD},
     * {@code LEDGER_DB_OWNER_USER}, {@code LEDGER_DB_OWNER_PASSWORD}, {@code LEDGER_ORIGIN}, {@code LEDGER_KEY_FILE},
     * {@code LEDGER_PROFILE}, {@code LEDGER_RULES} (the folder of the deployment's own rule files), {@code LEDGER_SIGNALS} (the
     * file of its own thresholds).
     *
     * @param dataFolder overrides LEDGER_DATA when not null
     * @param databaseUrl overrides LEDGER_DB_URL when not null; {@code postgresql://} is understood as well as {@code jdbc:}
     * @throws IllegalArgumentException when an external database is named without a user
     */
    public static LedgerSettings from(Map<String, String> environment, @Nullable Path dataFolder,
            @Nullable String databaseUrl) {
        Path folder = dataFolder != null ? dataFolder : Path.of(environment.getOrDefault("LEDGER_DATA", "var"));
        String url = databaseUrl != null ? databaseUrl : environment.get("LEDGER_DB_URL");
        String keyFile = environment.get("LEDGER_KEY_FILE");
        String profile = environment.get("LEDGER_PROFILE");
        String rules = environment.get("LEDGER_RULES");
        String signals = environment.get("LEDGER_SIGNALS");
        return new LedgerSettings(folder, url == null || url.isBlank() ? null : external(url, environment),
                environment.getOrDefault("LEDGER_ORIGIN", DEFAULT_ORIGIN),
                keyFile != null ? Path.of(keyFile) : folder.resolve("log").resolve("signing-key.pem"),
                profile == null ? List.of() : List.of(profile.split(",")),
                rules == null || rules.isBlank() ? null : Path.of(rules),
                signals == null || signals.isBlank() ? null : Path.of(signals));
    }

    private static External external(String url, Map<String, String> environment) {
        String user = environment.get("LEDGER_DB_USER");
        if (user == null) {
            throw new IllegalArgumentException(
                    "an external database needs LEDGER_DB_USER and LEDGER_DB_PASSWORD (the application's "
                            + "role) and, to create or migrate its schema, LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD");
        }
        return new External(url.startsWith("jdbc:") ? url : "jdbc:" + url, user, environment.get("LEDGER_DB_PASSWORD"),
                environment.get("LEDGER_DB_OWNER_USER"), environment.get("LEDGER_DB_OWNER_PASSWORD"));
    }

    /** The file that names the witnesses, where there is one; see {@link org.aidledger.app.witness.WitnessAddress#read}. */
    Path witnesses() {
        return dataFolder.resolve("log").resolve("witnesses");
    }

    /** The file that keeps how the log went over to its present key from earlier ones. */
    Path keyRotations() {
        return dataFolder.resolve("log").resolve("key-rotations");
    }

    /** The file that keeps the last signed checkpoint, outside the database. */
    Path lastCheckpoint() {
        return dataFolder.resolve("log").resolve("last-checkpoint");
    }
}
