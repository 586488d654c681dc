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
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** The parameters of a statement kept in a file of its own, bound in the order in which they stand there. */
final class Parameters {

    private final PGConnection arrays;
    private final PreparedStatement statement;
    private int last;

    /** @param files the statement's text, in pieces */
    Parameters(Connection connection, List<String> files) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (String file : files) {
            sql.append(text(file));
        }
        this.arrays = connection.unwrap(PGConnection.class);
        this.statement = connection.prepareStatement(sql.toString());
    }

    private static String text(String file) {
        try (InputStream in = Parameters.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Parameters texts(List<String> values) throws SQLException {
        return array("text", values.toArray(String[]::new));
    }

    Parameters uuids(List<UUID> values) throws SQLException {
        return array("uuid", values.toArray(UUID[]::new));
    }

    Parameters blobs(List<byte[]> values) throws SQLException {
        return array("bytea", values.toArray(byte[][]::new));
    }

    Parameters longs(List<Long> values) throws SQLException {
        return array("bigint", values.stream().mapToLong(Long::longValue).toArray());
    }

    Parameters ints(List<Integer> values) throws SQLException {
        return array("integer", values.stream().mapToInt(Integer::intValue).toArray());
    }

    private Parameters array(String type, Object elements) throws SQLException {
        statement.setArray(++last, arrays.createArrayOf(type, elements));
        return this;
    }
}
