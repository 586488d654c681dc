package org.aidledger.app.exchange.bank;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.bank.StatementLine;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank statement as a table: UTF-8, with or without a byte order mark; a heading; commas or semicolons. One row is the opening
 * balance, with the first day; one is the closing balance, with the last day; the others are the lines, in the bank's order.
 */
final class StatementFile {

    static final int BYTES_MAX = 4 * 1024 * 1024;
    static final int LINES_MAX = 10_000;
    static final int CELL_CHARACTERS_MAX = 500;
    /** So many rows are told of at once. */
    private static final int REFUSALS_MAX = 50;

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,30})?");

    private final List<CsvRefusal> refusals = new ArrayList<>();
    private final List<Row> lines = new ArrayList<>();
    private @Nullable List<Column> heading;
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private @Nullable Currency currency;
    private int lastLine;

    private StatementFile() {
    }

    /** The columns, in any order. */
    enum Column {
        /** opening, line or closing. */
        KIND(true),
        /** When the bank booked it; of the balances, the first and the last day. */
        DATE(true),
        /** Paid in positive, paid out negative; of the balances, the balance. */
        AMOUNT(true),
        /** By ISO 4217, the same in every row. */
        CURRENCY(true), VALUE_DATE(false), REFERENCE(false), COUNTERPARTY(false), DESCRIPTION(false);

        private final boolean needed;

        Column(boolean needed) {
            this.needed = needed;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String keys() {
            return Arrays.stream(values()).map(Column::key).collect(Collectors.joining(", "));
        }
    }

    private enum Kind {
        OPENING, LINE, CLOSING
    }

    /** A line and where it is in the file. */
    record Row(int fileLine, StatementLine line) {
    }

    private record Balance(LocalDate date, Money money) {
    }

    /** What a readable file says. */
    record Statement(LocalDate from, LocalDate to, Money opening, Money closing, List<Row> rows) {
        Statement {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What was read.
     *
     * @param statement null when something is refused
     * @param refusals at most {@value #REFUSALS_MAX}
     */
    record Reading(@Nullable Statement statement, List<CsvRefusal> refusals) {
        Reading {
            refusals = List.copyOf(refusals);
        }
    }

    /** A cell or a row that cannot be read. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient CsvRefusal refusal;

        Unreadable(int line, String code, Map<String, String> arguments) {
            refusal = new CsvRefusal(line, code, arguments);
        }
    }

    static Reading read(byte[] bytes) {
        var file = new StatementFile();
        try {
            file.rows(text(bytes));
            return new Reading(file.refusals.isEmpty() ? file.statement() : null, file.refusals);
        } catch (Unreadable unreadable) {
            file.refusals.add(unreadable.refusal);
            return new Reading(null, file.refusals);
        }
    }

    private void rows(String text) throws Unreadable {
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.SKIP).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                lastLine = Math.toIntExact(record.getStartingLineNumber());
                if (heading == null) {
                    heading = heading(record.getFields());
                } else {
                    row(heading, record.getFields());
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable(lastLine + 1, "csv.malformed",
                    Map.of("problem", Objects.requireNonNullElse(e.getMessage(), "unreadable")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static String text(byte[] bytes) throws Unreadable {
        if (bytes.length > BYTES_MAX) {
            throw new Unreadable(0, "csv.too-large",
                    Map.of("what", "bytesMax", "max", Integer.toString(BYTES_MAX)));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(0, "csv.not-utf-8", Map.of());
        }
    }

    private static char separator(String text) {
        String heading = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().orElse("");
        return heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    }

    private List<Column> heading(List<String> cells) throws Unreadable {
        var columns = new ArrayList<Column>();
        for (String cell : cells) {
            String key = cell.strip().toLowerCase(Locale.ROOT);
            Column column =
                    Arrays.stream(Column.values()).filter(one -> one.key().equals(key)).findFirst().orElse(null);
            if (column == null) {
                throw new Unreadable(lastLine, "csv.column-unknown",
                        Map.of("column", cell.strip(), "known", Column.keys()));
            }
            if (columns.contains(column)) {
                throw new Unreadable(lastLine, "csv.column-twice", Map.of("column", key));
            }
            columns.add(column);
        }
        for (Column column : Column.values()) {
            if (column.needed && !columns.contains(column)) {
                throw new Unreadable(lastLine, "csv.column-missing",
                        Map.of("column", column.key(), "known", Column.keys()));
            }
        }
        return columns;
    }

    /** What is wrong with a row is kept and the next one read, so that a file is put right in one go. */
    private void row(List<Column> columns, List<String> texts) throws Unreadable {
        if (refusals.size() >= REFUSALS_MAX) {
            return;
        }
        try {
            take(cells(columns, texts));
        } catch (Unreadable unreadable) {
            if (unreadable.refusal.code().equals("csv.too-large")) {
                throw unreadable;
            }
            refusals.add(unreadable.refusal);
        }
    }

    private Map<Column, String> cells(List<Column> columns, List<String> texts) throws Unreadable {
        if (texts.size() != columns.size()) {
            throw new Unreadable(lastLine, "csv.cells-differ", Map.of("cells", Integer.toString(texts.size()),
                    "columns", Integer.toString(columns.size())));
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = texts.get(i).strip();
            if (cell.length() > CELL_CHARACTERS_MAX) {
                throw new Unreadable(lastLine, "csv.too-large", Map.of("what", "cellCharactersMax", "max",
                        Integer.toString(CELL_CHARACTERS_MAX)));
            }
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return cells;
    }

    private void take(Map<Column, String> cells) throws Unreadable {
        Kind kind = kind(needed(cells, Column.KIND));
        LocalDate date = date(Column.DATE, needed(cells, Column.DATE));
        BigDecimal amount = amount(needed(cells, Column.AMOUNT));
        Currency said = currency(needed(cells, Column.CURRENCY));
        switch (kind) {
            case OPENING -> opening = once(opening, kind, date, new Money(amount, said));
            case CLOSING -> closing = once(closing, kind, date, new Money(amount, said));
            case LINE -> {
                if (lines.size() == LINES_MAX) {
                    throw new Unreadable(lastLine, "csv.too-large",
                            Map.of("what", "linesMax", "max", Integer.toString(LINES_MAX)));
                }
                String valueDate = cells.get(Column.VALUE_DATE);
                lines.add(new Row(lastLine, new StatementLine(date,
                        valueDate == null ? null : date(Column.VALUE_DATE, valueDate), amount,
                        cells.get(Column.REFERENCE), cells.get(Column.COUNTERPARTY),
                        cells.get(Column.DESCRIPTION))));
            }
        }
    }

    private Balance once(@Nullable Balance before, Kind kind, LocalDate date, Money money) throws Unreadable {
        if (before != null) {
            throw unreadable("csv.balance-twice", Column.KIND, key(kind));
        }
        return new Balance(date, money);
    }

    private Statement statement() throws Unreadable {
        if (heading == null) {
            throw new Unreadable(0, "csv.empty", Map.of("columns", Column.keys()));
        }
        if (opening == null || closing == null) {
            throw new Unreadable(0, "csv.balance-missing",
                    Map.of("kind", key(opening == null ? Kind.OPENING : Kind.CLOSING)));
        }
        return new Statement(opening.date, closing.date, opening.money, closing.money, lines);
    }

    private String needed(Map<Column, String> cells, Column column) throws Unreadable {
        String text = cells.get(column);
        if (text == null) {
            throw new Unreadable(lastLine, "csv.cell-missing", Map.of("column", column.key()));
        }
        return text;
    }

    private Kind kind(String text) throws Unreadable {
        for (Kind kind : Kind.values()) {
            if (key(kind).equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw new Unreadable(lastLine, "csv.choice-unknown", Map.of("column", Column.KIND.key(), "value", text,
                "known", Arrays.stream(Kind.values()).map(StatementFile::key).collect(Collectors.joining(", "))));
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private LocalDate date(Column column, String text) throws Unreadable {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw unreadable("csv.date-unreadable", column, text);
        }
    }

    private BigDecimal amount(String text) throws Unreadable {
        if (!AMOUNT.matcher(text).matches()) {
            throw unreadable("csv.amount-unreadable", Column.AMOUNT, text);
        }
        return new BigDecimal(text);
    }

    private Currency currency(String text) throws Unreadable {
        if (!Currency.isPossible(text)) {
            throw unreadable("csv.currency-unreadable", Column.CURRENCY, text);
        }
        Currency said = Currency.of(text.toUpperCase(Locale.ROOT));
        if (currency == null) {
            currency = said;
        } else if (!currency.equals(said)) {
            throw unreadable("csv.currencies-differ", Column.CURRENCY, said + ", " + currency);
        }
        return said;
    }

    private Unreadable unreadable(String code, Column column, String value) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("column", column.key());
        arguments.put("value", value);
        return new Unreadable(lastLine, code, arguments);
    }
}
