package org.aidledger.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The PostgreSQL schema that one projection's tables live in. It belongs to the application's role and may be dropped at any
 * time: everything in it comes from the log.
 *
 * @param name safe in SQL as it is
 */
public record ViewSchema(String name) {

    /**
     * One row a step, the last one counts: a row that is updated again and again collapses while a backup or an audit holds a
     * snapshot open, because every look at it passes all its dead versions.
     */
    private static final String POSITION =
            "create table position (next_index bigint primary key, version int not null, "
                    + "indexed boolean not null)";
    /** For so many events at most the steps are kept. */
    private static final long EVENTS_KEPT = 1_024;
    private static final String LAST = " order by next_index desc limit 1";

    /** @throws IllegalArgumentException when the name would need quoting */
    public ViewSchema {
        if (!name.matches("views_[a-z0-9_]{1,40}")) {
            throw new IllegalArgumentException("not the name of a view's schema: " + name);
        }
    }

    /** Where the view is read. */
    public static ViewSchema live(String projection) {
        return new ViewSchema("views_" + projection);
    }

    /** Where it is rebuilt, out of the readers' sight. */
    public static ViewSchema shadow(String projection) {
        return new ViewSchema("views_" + projection + "_shadow");
    }

    /** What was taken out of the way and waits to be dropped. */
    public static List<ViewSchema> old(String projection, Connection connection) throws SQLException {
        List<ViewSchema> old = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement(
                        "select nspname from pg_namespace where starts_with(nspname::text, ?) order by nspname")) {
            select.setString(1, "views_" + projection + "_old");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    old.add(new ViewSchema(row.getString(1)));
                }
            }
        }
        return old;
    }

    /** Gives its name free at once, however long somebody still reads it: what it is called then, nothing else ever was. */
    public void takeAway(String projection, Connection transaction) throws SQLException {
        try (PreparedStatement select =
                transaction.prepareStatement("select oid from pg_namespace where nspname = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    run(transaction,
                            "alter schema " + name + " rename to views_" + projection + "_old_" + row.getLong(1));
                }
            }
        }
    }

    /**
     * From here to the end of the transaction unqualified names mean the tables of this schema, and the commit does not wait for
     * the disk: what a crash takes away is folded in again, since the position is lost with it. Who is lost inside it, or does
     * nothing for a minute, is rolled back by the server, so that the others get at the position.
     */
    public void enter(Connection transaction) throws SQLException {
        run(transaction, "set local search_path to " + name + "; set local synchronous_commit to off;"
                + " set local idle_in_transaction_session_timeout to '60s'");
    }

    /** Creates the schema with the projection's empty tables, at position 0. */
    public void create(Projection projection, Connection transaction) throws SQLException {
        run(transaction, "create schema " + name);
        enter(transaction);
        run(transaction, POSITION);
        try (PreparedStatement insert = transaction.prepareStatement("insert into position values (0, ?, false)")) {
            insert.setInt(1, projection.version());
            insert.executeUpdate();
        }
        run(transaction, resource(projection, "schema.sql"));
    }

    /** Creates what is cheaper after a bulk load; the schema must be entered. */
    public void createIndexes(Projection projection, Connection transaction) throws SQLException {
        run(transaction, resource(projection, "indexes.sql"));
        run(transaction, "update position set indexed = true");
    }

    /** Tells PostgreSQL what is in the tables now, rather than when its own vacuum comes by; not in a transaction. */
    public void vacuum(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select tablename from pg_tables where schemaname = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(name + "." + row.getString(1));
                }
            }
        }
        run(connection, "vacuum (analyze) " + String.join(", ", tables));
    }

    public void drop(Connection connection) throws SQLException {
        run(connection, "drop schema if exists " + name + " cascade");
    }

    /** How far the view in this schema is; empty when there is no such schema. */
    public Optional<Position> position(Connection connection) throws SQLException {
        try (PreparedStatement exists = connection.prepareStatement("select to_regclass(?) is not null")) {
            exists.setString(1, name + ".position");
            try (ResultSet found = exists.executeQuery()) {
                found.next();
                if (!found.getBoolean(1)) {
                    return Optional.empty();
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select version, next_index, indexed from " + name + ".position" + LAST)) {
            row.next();
            return Optional.of(new Position(row.getInt(1), row.getLong(2), row.getBoolean(3)));
        }
    }

    /**
     * How many entries all of these live views hold, for a question to be answered at. A batch may end inside an append; what it
     * holds of that does not count before the rest is in, as no figure is to rest on half of what was recorded together.
     */
    public static long held(JdbcClient jdbc, String... projections) {
        String least = Arrays.stream(projections)
                .map(projection -> "(select max(next_index) from " + live(projection).name + ".position)")
                .collect(Collectors.joining(", ", "least(", ")"));
        // From the newest append backwards: as many steps as the views are behind.
        return jdbc.sql("select size from ledger.head where size <= (select " + least + ") order by step desc limit 1")
                .query(Long.class).optional().orElse(0L);
    }

    /** How far the view in the entered schema is, which nobody else changes before the transaction ends. */
    static Position lockedPosition(Connection transaction) throws SQLException {
        run(transaction, "lock table position in share row exclusive mode");
        try (Statement statement = transaction.createStatement();
                ResultSet row =
                        statement.executeQuery("select version, next_index, indexed from position" + LAST)) {
            row.next();
            return new Position(row.getInt(1), row.getLong(2), row.getBoolean(3));
        }
    }

    /**
     * Moves the position that is locked; now and then the steps before it are cleared away. Only those since the last time are
     * looked for: while somebody holds a snapshot open, looking from the beginning would pass all that were ever cleared away.
     */
    static void move(Position from, long nextIndex, Connection transaction) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("insert into position values (?, ?, ?)")) {
            insert.setLong(1, nextIndex);
            insert.setInt(2, from.version);
            insert.setBoolean(3, from.indexed);
            insert.executeUpdate();
        }
        long kept = from.nextIndex / EVENTS_KEPT;
        if (nextIndex / EVENTS_KEPT != kept) {
            try (PreparedStatement delete =
                    transaction.prepareStatement("delete from position where next_index >= ? and next_index < ?")) {
                delete.setLong(1, kept * EVENTS_KEPT);
                delete.setLong(2, nextIndex);
                delete.executeUpdate();
            }
        }
    }

    /**
     * How far a view is.
     *
     * @param version of the projection that wrote it
     * @param nextIndex index of the next entry to fold in, which is the number of entries folded in
     * @param indexed whether it is ready to be read
     */
    public record Position(int version, long nextIndex, boolean indexed) {

        /** Why this program leaves a view alone that another version of the projection wrote. */
        public IllegalStateException refusal(Projection projection) {
            return new IllegalStateException(
                    "the view " + projection.name() + " of this database is of version " + version
                            + " and this program knows version " + projection.version()
                            + ": run the program that wrote it, or build it anew for this one with ./ledger rebuild "
                            + projection.name());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(Projection projection, String file) {
        try (InputStream in = projection.getClass().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + projection.getClass().getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
