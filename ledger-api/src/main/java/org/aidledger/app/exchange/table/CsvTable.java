package org.aidledger.app.exchange.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aidledger.app.exchange.ExportStamp;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV (RFC 4180): every cell quoted, amounts with all their digits and a full stop. */
final class CsvTable {

    private CsvTable() {
    }

    static void write(Table table, ExportStamp stamp, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).commentCharacter('#')
                .quoteStrategy(QuoteStrategies.ALWAYS).build(text);
        try {
            stamp.lines().forEach((name, value) -> csv.writeComment(" " + name + ": " + value));
            csv.writeRecord(table.columns());
            table.rows().writeTo(cells -> csv.writeRecord(cells(cells)));
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> cells(List<?> cells) {
        return cells.stream().map(CsvTable::text).toList();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> PlainText.of(cell.toString());
        };
    }
}
