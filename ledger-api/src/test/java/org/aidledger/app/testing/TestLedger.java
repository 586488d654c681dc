package org.aidledger.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerServer;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.app.platform.LedgerSettings.External;
import org.aidledger.app.platform.Views;
import org.aidledger.app.security.Users;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.aidledger.tlog.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.util.FileSystemUtils;

/** A ledger on a database of its own, served on a free port from when somebody first wants to call. */
public final class TestLedger implements AutoCloseable {

    private final TestDatabase database;
    private final Ledger ledger;
    private final Users users;
    private final Path folder = temporaryFolder();
    private @Nullable LedgerServer server;

    private TestLedger(Users users) {
        this(users, null, null);
    }

    private TestLedger(Users users, @Nullable SigningKey key, @Nullable Path rules) {
        this.users = users;
        database = TestDatabase.createMigrated();
        if (key != null) {
            keep(key, folder.resolve("signing-key.pem"));
        }
        ledger = Ledger.open(new LedgerSettings(folder,
                new External(database.url(), database.user(Role.APP), database.password(Role.APP),
                        database.user(Role.OWNER), database.password(Role.OWNER)),
                "ledger.example/test", folder.resolve("signing-key.pem"), List.of(), rules,
                null));
        ledger.views().follow();
    }

    /** With the users and open pages of the demonstration. */
    public static TestLedger demo() {
        return new TestLedger(Users.demo());
    }

    /** With the demonstration's users, but nothing open that need not be. */
    public static TestLedger closed() {
        return new TestLedger(new Users(Users.demo().users(), false));
    }

    /** With these officers, whose passwords are their names. */
    public static TestLedger officers(String... names) {
        return new TestLedger(new Users(Stream.of(names).map(name -> new Users.User(name,
                "{bcrypt}" + BCrypt.hashpw(name, BCrypt.gensalt(4)), Set.of(org.aidledger.app.security.Role.OFFICER)))
                .toList(), false), null, null);
    }

    /** With one user, who may everything. */
    public static TestLedger ofAllRoles(String name) {
        return new TestLedger(new Users(List.of(new Users.User(name,
                "{bcrypt}" + BCrypt.hashpw(name, BCrypt.gensalt(4)),
                Set.of(org.aidledger.app.security.Role.values()))), false));
    }

    /** Another one that signs with this key: what an operator has who writes the history anew. */
    public static TestLedger signedWith(SigningKey key) {
        return new TestLedger(Users.demo(), key, null);
    }

    /** The demonstration's, by the rule files of a deployment. */
    public static TestLedger ruledBy(Path rules) {
        return new TestLedger(Users.demo(), null, rules);
    }

    private static void keep(SigningKey key, Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key.toPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("served-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Connections of a superuser, who gets around every guard. */
    public DataSource superuser() {
        return database.superuser();
    }

    /** The views stay where they are, and can be read, until this is closed: somebody else holds their positions. */
    public Connection holdViews() throws SQLException {
        Connection holder = database.superuser().getConnection();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            for (String view : Views.names()) {
                statement.execute("lock table views_" + view + ".position in share row exclusive mode");
            }
        }
        return holder;
    }

    /** For example {@code http://127.0.0.1:40123}, without a slash at the end. */
    public synchronized String address() {
        if (server == null) {
            server = LedgerServer.start(ledger, 0, users);
        }
        return "http://127.0.0.1:" + server.port();
    }

    /** Someone who has not logged in. */
    public Caller anyone() {
        return new Caller(address(), null);
    }

    /** A user of the demonstration, whose password is the name. */
    public Caller as(String user) {
        return new Caller(address(), user + ":" + user);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        ledger.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
