package org.aidledger.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aidledger.eventstore.LedgerSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own on a PostgreSQL that this JVM starts once and stops at its end, with the roles the
 * application has: the owner, who migrates, and the application, who may only what migrations grant.
 *
 * <p>{@snippet :
 * static final TestDatabase DATABASE = TestDatabase.create();
 *
 * @AfterAll
 * static void drop() {
 *     DATABASE.close();
 * }
 * }
 *
 * <p>A server of {@link #create()} does not wait for the disk, so it says nothing about what survives a crash of the
 * machine; {@link #createDurable()} does wait, as production does. Both keep everything when a client is killed.
 */
public final class TestDatabase implements AutoCloseable {

    /** Who connects. The user names are those of production; the test server asks nobody for a password. */
    public enum Role {
        /** Owns the database and runs migrations. */
        OWNER("aidledger_owner"),
        /** The application: may create schemas of its own, such as {@code views}, and otherwise what it is granted. */
        APP("aidledger_app"),
        /** The server's superuser, for tests that get around the guards. */
        SUPERUSER("postgres");

        final String user;

        Role(String user) {
            this.user = user;
        }
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestServer server;
    private final boolean isAlone;
    private final String name;

    private TestDatabase(TestServer server, boolean isAlone) {
        this(server, isAlone, "template1");
    }

    private TestDatabase(TestServer server, boolean isAlone, String template) {
        this.server = server;
        this.isAlone = isAlone;
        this.name = "t" + NUMBER.incrementAndGet() + "_" + ProcessHandle.current().pid();
        server.execute("create database " + name + " owner " + Role.OWNER.user + " template " + template);
        server.execute("grant create, connect, temporary on database " + name + " to " + Role.APP.user);
    }

    /** A new database on the server that does not wait for the disk; takes about 30 ms once the server runs. */
    public static TestDatabase create() {
        return new TestDatabase(Fast.SERVER, false);
    }

    /** As {@link #create()}, with the ledger's schema in it already: copied from one that was migrated once. */
    public static TestDatabase createMigrated() {
        return Migrated.DATABASE.copy();
    }

    /** A new database on a second server that waits for the disk at every commit, as production does. */
    public static TestDatabase createDurable() {
        return new TestDatabase(Durable.SERVER, false);
    }

    /** A new database alone on a server that waits for the disk, so that {@link #crash} harms nobody else; takes some seconds. */
    public static TestDatabase createAlone() {
        return new TestDatabase(TestServer.start(true, false), true);
    }

    /** A new database with all that this one holds; nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        return new TestDatabase(server, false, name);
    }

    /** PostgreSQL stops at once, writing nothing down; for a database that is alone. */
    public void crash() {
        requireAlone();
        server.crash();
    }

    /** Starts PostgreSQL again after a crash, at the same address; it recovers first. */
    public void restart() {
        requireAlone();
        server.restart();
    }

    private void requireAlone() {
        if (!isAlone) {
            throw new IllegalStateException("other databases are on this server");
        }
    }

    /** The address to give to programs that connect by themselves. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    }

    /** The port its server listens on, on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The user name of a role. */
    public String user(Role role) {
        return role.user;
    }

    /** The password of a role: any other would do as well, since the test server trusts local connections. */
    public String password(Role role) {
        return role.user;
    }

    /** Connections as the owner, one new connection at each call. */
    public DataSource owner() {
        return dataSource(Role.OWNER);
    }

    /** Connections as the application, one new connection at each call. */
    public DataSource app() {
        return dataSource(Role.APP);
    }

    /** Connections as the superuser, one new connection at each call. */
    public DataSource superuser() {
        return dataSource(Role.SUPERUSER);
    }

    /** Connections under a role, one new connection at each call. */
    public DataSource dataSource(Role role) {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user(role));
        source.setPassword(password(role));
        return source;
    }

    /** Drops the database, cutting whoever is still connected. */
    @Override
    public void close() {
        if (isAlone) {
            server.stop();
            return;
        }
        server.execute("drop database if exists " + name + " with (force)");
    }

    /** Started when first asked for. */
    private static final class Fast {
        static final TestServer SERVER = TestServer.start(false, true);
    }

    /** Started when first asked for. */
    private static final class Durable {
        static final TestServer SERVER = TestServer.start(true, true);
    }

    /** Migrated when first asked for, and never written to. */
    private static final class Migrated {
        static final TestDatabase DATABASE = create();

        static {
            LedgerSchema.migrate(DATABASE.owner(), DATABASE.user(Role.APP));
        }
    }
}
