package org.aidledger.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The parameters of a statement kept in a file of its own, bound in the order in which they stand there. */
final class Parameters {

    private static final Pattern PARAMETER = Pattern.compile("\\?(?:::\\w+(\\[])?)?");
    private static final Pattern SET = Pattern.compile("unnest\\((\\?::\\w+)\\[]\\)");

    private final PGConnection arrays;
    private final PreparedStatement statement;
    private final BitSet isArray = new BitSet();
    private int last;

    /** @param sql see {@link #text}; {@code ?::type[]} takes all of a list, {@code ?::type} its only element */
    Parameters(Connection connection, String sql) throws SQLException {
        Matcher parameter = PARAMETER.matcher(sql);
        for (int i = 1; parameter.find(); i++) {
            isArray.set(i, parameter.group(1) != null);
        }
        this.arrays = connection.unwrap(PGConnection.class);
        this.statement = connection.prepareStatement(sql);
    }

    /** The text of a file beside this class, without its comments. */
    static String text(String file) {
        try (InputStream in = Parameters.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for sets of one: to unnest them costs the database as much as all the rest. */
    static String ofOne(String sql) {
        return SET.matcher(sql).replaceAll("$1");
    }

    /** Runs it; the next parameter is the first again. */
    ResultSet query() throws SQLException {
        last = 0;
        return statement.executeQuery();
    }

    /**
     * Runs it, as {@link #query()} does.
     *
     * @return how many rows its first statement changed
     */
    long update() throws SQLException {
        last = 0;
        return statement.executeLargeUpdate();
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    Parameters time(Instant value) throws SQLException {
        statement.setObject(++last, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
        return this;
    }

    Parameters texts(List<? extends @Nullable String> values) throws SQLException {
        return all(values, "text", () -> values.toArray(String[]::new));
    }

    Parameters uuids(List<UUID> values) throws SQLException {
        return all(values, "uuid", () -> values.toArray(UUID[]::new));
    }

    Parameters blobs(List<? extends byte @Nullable []> values) throws SQLException {
        return all(values, "bytea", () -> values.toArray(byte[][]::new));
    }

    Parameters longs(List<? extends @Nullable Long> values) throws SQLException {
        return all(values, "bigint", () -> values.toArray(Long[]::new));
    }

    Parameters ints(List<Integer> values) throws SQLException {
        return all(values, "integer", () -> values.stream().mapToInt(Integer::intValue).toArray());
    }

    private Parameters all(List<?> values, String type, Supplier<Object> array) throws SQLException {
        if (isArray.get(++last)) {
            statement.setArray(last, arrays.createArrayOf(type, array.get()));
        } else {
            statement.setObject(last, values.getFirst());
        }
        return this;
    }
}
