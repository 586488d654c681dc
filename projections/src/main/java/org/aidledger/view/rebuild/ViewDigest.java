package org.aidledger.view.rebuild;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.digest.Sha256;
import org.aidledger.view.ViewSchema;
import org.postgresql.PGConnection;

/** One SHA-256 over everything a view says: each table by name, each row in the order of the primary key. */
final class ViewDigest {

    private static final String KEYS = """
            select c.relname, string_agg(quote_ident(a.attname), ', ' order by k.place)
            from pg_class c
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
            left join lateral unnest(i.indkey) with ordinality as k(attnum, place) on true
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where c.relnamespace = ?::regnamespace and c.relkind = 'r' and c.relname <> 'position'
            group by c.relname""";

    private ViewDigest() {
    }

    /**
     * @param snapshot sees the view at one position throughout
     * @return hexadecimal
     * @throws IllegalStateException when a table has no primary key: its rows have no order
     */
    static String of(ViewSchema schema, Connection snapshot) throws SQLException {
        MessageDigest sha256 = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            for (Map.Entry<String, String> table : keys(schema, snapshot).entrySet()) {
                sha256.update((table.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                snapshot.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select * from " + schema.name() + "."
                        + table.getKey() + " order by " + table.getValue() + ") to stdout (format binary)", out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read view " + schema.name(), e);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static Map<String, String> keys(ViewSchema schema, Connection connection) throws SQLException {
        Map<String, String> keys = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, schema.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(2) == null) {
                        throw new IllegalStateException(
                                "table " + schema.name() + "." + row.getString(1) + " has no primary key");
                    }
                    keys.put(row.getString(1), row.getString(2));
                }
            }
        }
        return keys;
    }
}
