package org.aidledger.view.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * From where on something is worth a look, and how much it counts. {@code signals.properties} beside this class has the values
 * that come along; a deployment's own file replaces those of them that it names.
 */
public final class Thresholds {

    private static final String SHIPPED = "signals.properties";
    private static final String AMOUNT = "amount.";
    private static final int LINES_MAX = 1_000;
    /** More than any count of days or months that makes sense. */
    private static final BigDecimal WHOLE_MAX = BigDecimal.valueOf(10_000);

    private final Map<String, BigDecimal> values;

    private Thresholds(Map<String, BigDecimal> values) {
        this.values = values;
    }

    /** Those that come along. */
    public static Thresholds shipped() {
        return new Thresholds(read(SHIPPED, shippedLines(), null));
    }

    /**
     * Those that come along, with the lines of a file of {@code name = value} in place of theirs.
     *
     * @param file null for none
     * @throws IllegalArgumentException with file, line and reason, when it cannot be used
     */
    public static Thresholds load(@Nullable Path file) {
        Thresholds shipped = shipped();
        if (file == null) {
            return shipped;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + ": cannot be read (" + e + "). Name a file with LEDGER_SIGNALS that is there, or none", e);
        }
        Map<String, BigDecimal> values = new HashMap<>(shipped.values);
        values.putAll(read(file.toString(), lines, shipped.values.keySet()));
        return new Thresholds(values);
    }

    private static List<String> shippedLines() {
        try (InputStream in = Thresholds.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, BigDecimal> read(String file, List<String> lines, @Nullable Set<String> names) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException(file + ": has more than " + LINES_MAX + " lines");
        }
        Map<String, BigDecimal> values = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals).strip();
            String fault = equals < 0 ? "a name, an equals sign and a number are expected: " + line
                    : fault(name, line.substring(equals + 1).strip(), names);
            if (fault == null && values.put(name, new BigDecimal(line.substring(equals + 1).strip())) != null) {
                fault = name + " is there twice";
            }
            if (fault != null) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": " + fault + ". The ledger does not start before this is put right");
            }
        }
        return values;
    }

    /** What is wrong with a line, null when nothing is. */
    private static @Nullable String fault(String name, String value, @Nullable Set<String> names) {
        boolean amount = name.startsWith(AMOUNT);
        if (amount ? !Currency.isPossible(name.substring(AMOUNT.length())) : names != null && !names.contains(name)) {
            return "there is no threshold \"" + name + "\"; there are " + (names == null ? "others"
                    : names.stream().filter(one -> !one.startsWith(AMOUNT))
                            .collect(Collectors.joining(", ", "", ", amount.CURRENCY")));
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            return "\"" + value + "\" is not a number";
        }
        if (amount) {
            return number.signum() > 0 ? null : "an amount is above zero";
        }
        boolean weight = name.startsWith("weight.");
        if (number.stripTrailingZeros().scale() > 0 || number.signum() < 0 || number.compareTo(WHOLE_MAX) > 0
                || number.signum() == 0 && !weight) {
            return name + " is a whole number from " + (weight ? 0 : 1) + " to " + WHOLE_MAX;
        }
        return name.equals("round-sum.months") && 12 % number.intValueExact() != 0
                ? "a period has 1, 2, 3, 4, 6 or 12 months" : null;
    }

    private int whole(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(SHIPPED + " has no " + name);
        }
        return value.intValueExact();
    }

    int backDatedDays() {
        return whole("back-dated.days");
    }

    int advanceDays() {
        return whole("idle-advance.days");
    }

    int splitDays() {
        return whole("split-payments.days");
    }

    int roundDays() {
        return whole("round-sum.days");
    }

    int roundMonths() {
        return whole("round-sum.months");
    }

    /** Null: no threshold is set for the currency. */
    @Nullable
    BigDecimal amount(Currency currency) {
        return values.get(AMOUNT + currency.code());
    }

    /** What a kind counts; 0: signals of this kind are not looked for. */
    public int weight(SignalKind kind) {
        return whole("weight." + kind.key());
    }

    /** How many signals of a kind count at most. */
    int countedMax() {
        return whole("counted.max");
    }

    /** Every threshold by its name, for whoever wants to know them. */
    public Map<String, BigDecimal> all() {
        return new TreeMap<>(values);
    }
}
