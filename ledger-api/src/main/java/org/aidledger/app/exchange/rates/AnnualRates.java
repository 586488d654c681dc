package org.aidledger.app.exchange.rates;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.money.Currency;
import org.aidledger.rate.Rate;

/**
 * Annual average rates to the US dollar as the International Monetary Fund publishes them, in the CSV form
 * {@code Date,Rate,Currency,Frequency,Source,Country code,Country}: one row a country, currency and year.
 */
final class AnnualRates {

    static final Currency BASE = Currency.of("USD");
    static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final List<String> COLUMNS = List.of("Date", "Rate", "Currency", "Frequency", "Country code");
    private static final String ANNUAL = "A";

    /** The euro area as a whole. */
    private static final String EURO_AREA = "U2";

    private AnnualRates() {
    }

    /** A file that cannot be read. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient CsvRefusal refusal;

        Unreadable(int line, String code, Map<String, String> arguments) {
            refusal = new CsvRefusal(line, code, arguments);
        }

        CsvRefusal refusal() {
            return refusal;
        }
    }

    private record Quoted(String country, BigDecimal units) {
    }

    /** Rates by year, by currency in each; rates that are not annual are left out. */
    static SortedMap<Integer, List<Rate>> read(byte[] bytes) throws Unreadable {
        SortedMap<Integer, Map<String, List<Quoted>>> years = new TreeMap<>();
        int line = 1;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text(bytes))) {
            for (NamedCsvRecord row : records) {
                line = Math.toIntExact(row.getStartingLineNumber());
                for (String column : COLUMNS) {
                    if (!row.getHeader().contains(column)) {
                        throw new Unreadable(1, "csv.column-missing",
                                Map.of("column", column, "known", String.join(", ", COLUMNS)));
                    }
                }
                if (row.getField("Frequency").equals(ANNUAL)) {
                    years.computeIfAbsent(date(row, line).getYear(), year -> new TreeMap<>())
                            .computeIfAbsent(currency(row, line), currency -> new ArrayList<>())
                            .add(new Quoted(row.getField("Country code"), units(row, line)));
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable(line + 1, "csv.malformed",
                    Map.of("problem", Objects.requireNonNullElse(e.getMessage(), "unreadable")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        if (years.isEmpty()) {
            throw new Unreadable(0, "csv.empty", Map.of("columns", String.join(", ", COLUMNS)));
        }
        SortedMap<Integer, List<Rate>> rates = new TreeMap<>();
        years.forEach((year, currencies) -> rates.put(year, currencies.entrySet().stream()
                .map(one -> new Rate(Currency.of(one.getKey()), chosen(one.getKey(), one.getValue()))).toList()));
        return rates;
    }

    /**
     * Countries that share a currency are quoted with slightly different averages: the issuer's counts (the euro area for the
     * euro, else the country whose code the currency's begins with), else the one most of them have, else the lowest country
     * code's.
     */
    private static BigDecimal chosen(String currency, List<Quoted> quoted) {
        String issuer = currency.equals("EUR") ? EURO_AREA : currency.substring(0, Math.min(2, currency.length()));
        Map<BigDecimal, Long> counts = new HashMap<>();
        quoted.forEach(one -> counts.merge(one.units, 1L, Long::sum));
        return quoted.stream().min(Comparator.comparing((Quoted one) -> !one.country.equals(issuer))
                .thenComparing(one -> -counts.getOrDefault(one.units, 0L)).thenComparing(Quoted::country))
                .orElseThrow().units;
    }

    private static LocalDate date(NamedCsvRecord row, int line) throws Unreadable {
        String value = row.getField("Date");
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new Unreadable(line, "csv.date-unreadable", Map.of("value", value));
        }
    }

    private static String currency(NamedCsvRecord row, int line) throws Unreadable {
        String value = row.getField("Currency");
        if (!Currency.isPossible(value)) {
            throw new Unreadable(line, "csv.currency-unreadable", Map.of("value", value));
        }
        return value;
    }

    private static BigDecimal units(NamedCsvRecord row, int line) throws Unreadable {
        String value = row.getField("Rate");
        if (!value.matches("[0-9]{1,20}(\\.[0-9]{1,30})?")) {
            throw new Unreadable(line, "csv.amount-unreadable", Map.of("value", value));
        }
        return new BigDecimal(value);
    }

    private static String text(byte[] bytes) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(0, "csv.not-utf-8", Map.of());
        }
    }
}
