package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.util.List;

/**
 * Rows under named columns, produced as they are written: a table of any length takes no memory of its own.
 *
 * @param name of the table, at most 31 letters and hyphens
 */
public record Table(String name, List<String> columns, Rows rows) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** Writes the rows, in their order. */
    public interface Rows {
        void writeTo(Sink sink) throws IOException;
    }

    /** Where rows go. */
    public interface Sink {

        /**
         * Takes the next row.
         *
         * @param cells as many as there are columns: null, a text, a {@link java.math.BigDecimal}, a Long, an Integer, a
         *        {@link java.time.LocalDate}; anything else is written as its text
         */
        void row(List<?> cells) throws IOException;
    }
}
