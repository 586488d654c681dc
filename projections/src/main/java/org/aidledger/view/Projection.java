package org.aidledger.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Entry;

/**
 * One read model, written once and run twice: the live processor and the rebuilder fold the log with the same function, so
 * that what is live and what is rebuilt cannot differ.
 *
 * <p>Beside the class lie {@code schema.sql}, its tables, and {@code indexes.sql}, what is cheaper made after a bulk load. Every
 * table has a primary key by then and a deterministic content: rows depend on the entries alone, never on how they were cut
 * into batches, on the clock or on chance. All names are unqualified; the connection's {@code search_path} says where they are.
 */
public interface Projection {

    /** Lower-case letters, for example {@code balance}; names the schema. */
    String name();

    /** Raised whenever the same entries would give other rows; a view of another version is rebuilt, never mixed. */
    int version();

    /**
     * Writes what the entries mean. Called in the transaction that also moves the view's position.
     *
     * @param batch consecutive entries, the first right after the last one of the call before; never empty
     */
    void apply(List<Entry> batch, Connection connection) throws SQLException;
}
