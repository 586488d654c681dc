package org.aidledger.app.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aidledger.app.platform.LedgerSettings.External;
import org.aidledger.app.platform.postgres.DatabaseRole;
import org.aidledger.app.platform.postgres.LocalDatabase;
import org.aidledger.app.platform.postgres.Login;
import org.aidledger.eventstore.LedgerSchema;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of one ledger, migrated and ready: the local one in the data folder, or an external one. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 20;
    private static final int VERSION_MIN = 15;

    private final @Nullable LocalDatabase local;
    private final Login application;
    private final HikariDataSource pool;

    private Database(@Nullable LocalDatabase local, Login application) {
        this.local = local;
        this.application = application;
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(application, 0));
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setPoolName("ledger");
        this.pool = new HikariDataSource(config);
    }

    /** @throws LedgerUnavailable when the database is out of reach, too old, or has no schema and no owner to make it */
    static Database open(LedgerSettings settings) {
        External external = settings.database();
        if (external == null) {
            LocalDatabase local = LocalDatabase.open(settings.dataFolder(), settings.profiles());
            return opened(local, local.login(DatabaseRole.APPLICATION), local.login(DatabaseRole.OWNER));
        }
        Login owner = external.ownerUser() == null ? null
                : new Login(external.url(), external.ownerUser(), orEmpty(external.ownerPassword()));
        return opened(null, new Login(external.url(), external.user(), orEmpty(external.password())), owner);
    }

    private static Database opened(@Nullable LocalDatabase local, Login application, @Nullable Login owner) {
        try {
            requireSupported(source(owner == null ? application : owner, 0), application.url());
            if (owner != null) {
                migrate(owner, application);
            } else {
                requireSchema(application);
            }
            return new Database(local, application);
        } catch (RuntimeException e) {
            if (local != null) {
                local.close();
            }
            throw e;
        }
    }

    private static void migrate(Login owner, Login application) {
        try {
            LedgerSchema.migrate(source(owner, 0), application.user());
        } catch (IllegalStateException e) {
            throw new LedgerUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireSupported(DataSource source, String url) {
        try (Connection connection = source.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_MIN) {
                throw new LedgerUnavailable(
                        "PostgreSQL " + version + " at " + url + " is too old; " + VERSION_MIN + " or newer is needed",
                        null);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("cannot connect to " + url + ": " + e.getMessage(), e);
        }
    }

    private static void requireSchema(Login application) {
        String owner =
                "set LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD for one start, so that its schema can be ";
        try {
            switch (LedgerSchema.age(source(application, 0), application.user())) {
                case NONE -> throw new LedgerUnavailable("the database has no ledger yet; " + owner + "created", null);
                case OLDER -> throw new LedgerUnavailable("the database's schema is older than this program; stop every"
                        + " program that writes to it, and " + owner + "brought up to date", null);
                case NEWER -> throw new LedgerUnavailable(
                        "a newer program has changed the database's schema; run that one", null);
                case CURRENT -> {
                    // as it should be
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("cannot read the database: " + e.getMessage(), e);
        }
    }

    private static String orEmpty(@Nullable String password) {
        return password == null ? "" : password;
    }

    private static PGSimpleDataSource source(Login login, int socketTimeoutSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setApplicationName("aid-ledger");
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(1);
        source.setSocketTimeout(socketTimeoutSeconds);
        return source;
    }

    /** Pooled connections of the application role. */
    DataSource pool() {
        return pool;
    }

    /** Unpooled connections of the application role, on which a silent server is given up after a minute. */
    DataSource appending() {
        return source(application, 60);
    }

    @Override
    public void close() {
        pool.close();
        if (local != null) {
            local.close();
        }
    }
}
