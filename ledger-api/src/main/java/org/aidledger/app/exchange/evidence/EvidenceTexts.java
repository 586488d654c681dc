package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a bundle's report in one language, with amounts as the language writes them. */
final class EvidenceTexts {

    static final EvidenceTexts VIETNAMESE = new EvidenceTexts("vi", ',', '.');
    static final EvidenceTexts ENGLISH = new EvidenceTexts("en", '.', ',');
    static final List<EvidenceTexts> ALL = List.of(VIETNAMESE, ENGLISH);

    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z0-9]+)}");
    private static final String MEASURE = "measure.";

    private final String language;
    private final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private final Properties texts;
    private final Properties pages;

    private EvidenceTexts(String language, char decimal, char grouping) {
        this.language = language;
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
        texts = read("messages_" + language + ".properties");
        pages = read("/org/aidledger/app/web/messages_" + language + ".properties");
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = EvidenceTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    String language() {
        return language;
    }

    Locale locale() {
        return Locale.of(language);
    }

    /** What measures are called, by {@code measure.} and their key; the pages call them the same. */
    Map<String, String> measures() {
        Map<String, String> measures = new TreeMap<>();
        pages.stringPropertyNames().stream().filter(key -> key.startsWith(MEASURE))
                .forEach(key -> measures.put(key, pages.getProperty(key)));
        return measures;
    }

    String measure(String key) {
        return pages.getProperty(MEASURE + key, key);
    }

    String say(String code, Map<String, String> arguments) {
        return ARGUMENT.matcher(texts.getProperty(code, code))
                .replaceAll(found -> Matcher.quoteReplacement(arguments.getOrDefault(found.group(1), found.group())));
    }

    String say(String code) {
        return say(code, Map.of());
    }

    /** All digits there are, none added. */
    String amount(java.math.BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }
}
