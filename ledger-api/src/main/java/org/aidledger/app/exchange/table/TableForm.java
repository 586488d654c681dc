package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import org.aidledger.app.exchange.ExportStamp;

/** A form that tables are written in. */
public enum TableForm {
    /** Text, UTF-8, one line a row; the stamp in lines that begin with a hash. */
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public void write(Table table, ExportStamp stamp, OutputStream out) throws IOException {
            CsvTable.write(table, stamp, out);
        }
    },
    /** A workbook; the stamp on a sheet of its own. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(Table table, ExportStamp stamp, OutputStream out) throws IOException {
            XlsxTable.write(table, stamp, out);
        }
    };

    private final String extension;
    private final String mediaType;

    TableForm(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As file names end, without the full stop. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes a table as it is produced.
     *
     * @param out not closed
     */
    public abstract void write(Table table, ExportStamp stamp, OutputStream out) throws IOException;
}
