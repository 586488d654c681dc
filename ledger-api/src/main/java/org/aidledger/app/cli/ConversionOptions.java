package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.rate.RateTableId;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How amounts are brought into one currency, and what an answer says of it. */
final class ConversionOptions {

    @Option(names = "--rates", paramLabel = "TABLE",
            description = "Convert with that table of recorded rates (FXR-...), each amount at the rate of its own date. "
                    + "Default: no conversion; only what is in the currency already counts") private @Nullable String rates;

    /** The table's id; {@link Conversion#NONE} for none. */
    String table() {
        String asked = rates;
        return asked == null ? Conversion.NONE : new RateTableId(asked).value();
    }

    boolean isAsked() {
        return rates != null;
    }

    Conversion into(String currency) {
        return new Conversion(table(), Currency.of(currency));
    }

    static List<Map<String, Object>> ratesJson(List<UsedRate> used) {
        return used.stream().map(rate -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("base", rate.base());
            json.put("currency", rate.currency().code());
            json.put("units", rate.units());
            json.put("from", rate.from().toString());
            json.put("to", rate.to().toString());
            json.put("source", rate.source());
            json.put("event", rate.index());
            return json;
        }).toList();
    }

    static List<Map<String, Object>> unconvertedJson(List<Unconverted> left) {
        return left.stream().map(one -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("year", one.year());
            json.putAll(BalanceText.json(one.figures()));
            return json;
        }).toList();
    }

    static void print(Conversion policy, List<UsedRate> used, List<Unconverted> left, LanguageOption language,
            PrintWriter out) {
        out.println("  " + language.say("conversion.policy", Map.of("policy", policy.name())));
        for (UsedRate rate : used) {
            out.println("  " + language.say("conversion.rate", Map.of("from", rate.from().toString(), "to",
                    rate.to().toString(), "units", rate.units().toPlainString(), "currency",
                    rate.currency().code(), "base", rate.base(), "source", rate.source(), "index",
                    Long.toString(rate.index()))));
        }
        for (Unconverted one : left) {
            StringBuilder figures = new StringBuilder();
            for (Measure measure : Measure.values()) {
                BigDecimal amount = one.figures().figure(measure);
                if (amount != null && amount.signum() != 0) {
                    figures.append(figures.isEmpty() ? "" : ", ").append(language.say("measure." + measure.key()))
                            .append(' ')
                            .append(amount.toPlainString());
                }
            }
            if (!figures.isEmpty()) {
                out.println("  " + language.say("conversion.left", Map.of("currency",
                        one.figures().currency().code(), "year", Integer.toString(one.year()), "figures",
                        figures.toString())));
            }
        }
    }
}
