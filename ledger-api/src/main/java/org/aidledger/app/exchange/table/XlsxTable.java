package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.exchange.ExportStamp;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook. Text is written as text, which a spreadsheet never takes for a formula. A spreadsheet calculates
 * with 15 digits, so an amount that has more is written as text, too: shown in full rather than rounded.
 */
final class XlsxTable implements Table.Sink {

    private static final String PROGRAM = "Aid Ledger";
    /** Office Open XML has a version of the form 00.0000. */
    private static final String PROGRAM_VERSION = "00.0001";
    /** A sheet ends there; a longer table goes on on the next. */
    private static final int SHEET_ROWS_MAX = 1_048_576;
    private static final int CELL_CHARACTERS_MAX = 32_767;
    private static final int DIGITS_MAX = 15;
    private static final int FLUSH_ROWS = 1_000;

    private final Workbook workbook;
    private final Table table;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int rows;

    private XlsxTable(Table table, OutputStream out) {
        this.table = table;
        this.workbook = new Workbook(out, PROGRAM, PROGRAM_VERSION);
    }

    static void write(Table table, ExportStamp stamp, OutputStream out) throws IOException {
        var xlsx = new XlsxTable(table, new Unclosed(out));
        xlsx.nextSheet();
        table.rows().writeTo(xlsx);
        xlsx.stamp(stamp);
        // Never where it fails: a workbook that was cut would open as a whole one.
        xlsx.workbook.finish();
    }

    private Worksheet nextSheet() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? table.name() : table.name() + " " + sheets);
        next.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            next.value(0, column, table.columns().get(column));
            next.style(0, column).bold().set();
        }
        sheet = next;
        rows = 1;
        return next;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        Worksheet into = sheet == null || rows == SHEET_ROWS_MAX ? nextSheet() : sheet;
        for (int column = 0; column < cells.size(); column++) {
            cell(into, rows, column, cells.get(column));
        }
        rows++;
        if (rows % FLUSH_ROWS == 0) {
            into.flush();
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
                // An empty cell.
            }
            case BigDecimal number when number.stripTrailingZeros().precision() <= DIGITS_MAX ->
                sheet.value(row, column, number);
            case BigDecimal number -> sheet.inlineString(row, column, number.toPlainString());
            case Long number -> sheet.value(row, column, number);
            case Integer number -> sheet.value(row, column, number);
            case LocalDate date when date.getYear() >= 1900 && date.getYear() <= 9999 -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.inlineString(row, column, showable(cell.toString()));
        }
    }

    private void stamp(ExportStamp stamp) throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        Worksheet about = workbook.newWorksheet("about");
        int row = 0;
        for (var line : stamp.lines().entrySet()) {
            about.inlineString(row, 0, line.getKey());
            about.inlineString(row, 1, showable(line.getValue()));
            row++;
        }
        about.close();
    }

    /** In characters that XML 1.0 has, and no more of them than a cell holds. */
    private static String showable(String text) {
        var shown = new StringBuilder();
        text.codePoints().map(c -> isXml(c) ? c : 0xfffd).forEach(shown::appendCodePoint);
        if (shown.length() > CELL_CHARACTERS_MAX) {
            shown.setLength(CELL_CHARACTERS_MAX - 1);
            shown.append('…');
        }
        return shown.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }

    /** The workbook closes what it is written to; that is not ours to close. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
