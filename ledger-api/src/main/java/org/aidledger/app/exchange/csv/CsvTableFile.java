package org.aidledger.app.exchange.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aidledger.app.exchange.csv.CsvRow.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table: UTF-8, with or without a byte order mark; a heading; commas, or semicolons as spreadsheets write them where a
 * comma stands before decimals. Lines that begin with a hash are comments.
 */
final class CsvTableFile {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvLimits limits;
    private final List<CsvRow> rows = new ArrayList<>();
    private @Nullable List<Column> heading;

    private CsvTableFile(CsvLimits limits) {
        this.limits = limits;
    }

    /** @throws Unreadable when it is not such a table, at the first such place */
    static List<CsvRow> read(byte[] bytes, CsvLimits limits) {
        var file = new CsvTableFile(limits);
        String text = text(bytes);
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.SKIP).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(text)) {
            records.forEach(file::take);
        } catch (CsvParseException e) {
            throw refused(file.lastLine() + 1, "csv.malformed",
                    Map.of("problem", Objects.requireNonNullElse(e.getMessage(), "unreadable")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        if (file.rows.isEmpty()) {
            throw refused(0, "csv.empty", Map.of("columns", Column.keys()));
        }
        return file.rows;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(0, "csv.not-utf-8", Map.of());
        }
    }

    /** Of the heading, the first line that is no comment. */
    private static char separator(String text) {
        String heading = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().orElse("");
        return heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    }

    private int lastLine() {
        return rows.isEmpty() ? 1 : rows.getLast().line();
    }

    private void take(CsvRecord record) {
        int line = Math.toIntExact(record.getStartingLineNumber());
        List<String> cells = record.getFields();
        if (heading == null) {
            heading = heading(line, cells);
            return;
        }
        if (cells.size() != heading.size()) {
            throw refused(line, "csv.cells-differ", Map.of("cells", Integer.toString(cells.size()), "columns",
                    Integer.toString(heading.size())));
        }
        if (rows.size() == limits.rowsMax()) {
            throw refused(line, "csv.too-large", Map.of("what", "rowsMax", "max", Integer.toString(limits.rowsMax())));
        }
        var row = new CsvRow(line);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.length() > limits.cellCharactersMax()) {
                throw refused(line, "csv.too-large", Map.of("what", "cellCharactersMax", "max",
                        Integer.toString(limits.cellCharactersMax())));
            }
            row.put(heading.get(i), cell);
        }
        rows.add(row);
    }

    private static List<Column> heading(int line, List<String> cells) {
        var columns = new ArrayList<Column>();
        for (String cell : cells) {
            String key = cell.strip().toLowerCase(Locale.ROOT);
            Column column = Arrays.stream(Column.values()).filter(one -> one.key().equals(key)).findFirst()
                    .orElseThrow(() -> refused(line, "csv.column-unknown",
                            Map.of("column", cell.strip(), "known", Column.keys())));
            if (columns.contains(column)) {
                throw refused(line, "csv.column-twice", Map.of("column", key));
            }
            columns.add(column);
        }
        for (Column column : Column.values()) {
            if (column.isNeeded() && !columns.contains(column)) {
                throw refused(line, "csv.column-missing", Map.of("column", column.key(), "known", Column.keys()));
            }
        }
        return columns;
    }

    private static Unreadable refused(int line, String code, Map<String, String> arguments) {
        return new Unreadable(new CsvRefusal(line, code, arguments));
    }
}
