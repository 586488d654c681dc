package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.headline.Headline;
import org.aidledger.app.headline.Headline.Compared;
import org.aidledger.app.headline.Headlines;
import org.aidledger.app.headline.Valuation;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger headline}. */
@Command(name = "headline",
        description = "The headline of a meeting in one question: how many foreign donors were active in a period, the largest "
                + "sectors by value, and the change on the year before; in one currency, under a named policy.")
final class HeadlineCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ConversionOptions conversion;

    @Mixin private LanguageOption language;

    @Option(names = "--from", required = true, paramLabel = "DATE",
            description = "First day of the period, 2023-01-01") private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE",
            description = "Last day of the period, 2023-08-31") private LocalDate to;

    @Option(names = "--known", paramLabel = "WHEN",
            description = "As far as it was known: a number of events, a date (its end in Viet Nam) or a date and time "
                    + "with offset. Default: all events") private @Nullable String known;

    @Option(names = "--in", paramLabel = "CURRENCY", defaultValue = "USD",
            description = "The currency of the values. Default: ${DEFAULT-VALUE}") private String currency;

    @Option(names = "--measure", paramLabel = "MEASURE", defaultValue = "disbursed",
            description = "Whose sums are the values: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}") private Measure measure;

    @Option(names = "--vocabulary", paramLabel = "CODE", defaultValue = Portfolio.DAC,
            description = "Classification of sectors, a code of IATI's list. Default: ${DEFAULT-VALUE}, the OECD's "
                    + "five-digit purpose codes") private String vocabulary;

    @Option(names = "--digits", paramLabel = "N", defaultValue = "" + Valuation.DIGITS,
            description = "How many characters of a sector's code make a sector; 0 for the whole code. "
                    + "Default: ${DEFAULT-VALUE} (12 is health)") private int digits;

    @Option(names = "--largest", paramLabel = "N", defaultValue = "" + Headlines.LARGEST,
            description = "How many sectors. Default: ${DEFAULT-VALUE}") private int largest;

    @SuppressWarnings("NullAway.Init")
    HeadlineCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            Valuation valuation = new Valuation(measure, conversion.into(currency), vocabulary,
                    Math.clamp(digits, 0, 10));
            Headline headline = new Headlines(ledger.views().converted(), ledger.views().donors()).of(from, to,
                    valuation, largest, known == null ? null : (Long) ledger.views().knownAt().parse(known));
            String root = ledger.published().root(headline.asOf().known()).base64();
            if (options.json()) {
                out.println(Json.write(json(headline, root)));
            } else {
                print(headline, root, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, @Nullable Object> json(Headline headline, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", from.toString());
        json.put("to", to.toString());
        BalanceText.clocks(json, headline.asOf(), root);
        json.put("measure", measure.key());
        json.put("currency", currency);
        json.put("policy", headline.valuation().policy().name());
        json.put("activeDonors", headline.donors());
        json.put("total", headline.total());
        json.put("largest", headline.largest());
        json.put("unattributed", headline.unattributed());
        json.put("rates", ConversionOptions.ratesJson(headline.rates()));
        json.put("unconverted", ConversionOptions.unconvertedJson(headline.unconverted()));
        return json;
    }

    private void print(Headline headline, String root, PrintWriter out) {
        out.println(language.say("headline.heading", Map.of("from", from.toString(), "to", to.toString(), "clocks",
                language.clocks(headline.asOf()))));
        line(language.say("headline.donors"), headline.donors(), "", out);
        line(language.say("measure." + measure.key()), headline.total(), currency, out);
        for (Headline.Sector sector : headline.largest()) {
            line("  " + language.say("headline.sector", Map.of("code", sector.code())), sector.value(), currency, out);
        }
        line("  " + language.say("headline.unattributed"), headline.unattributed(), currency, out);
        ConversionOptions.print(headline.valuation().policy(), headline.rates(), headline.unconverted(), language,
                out);
        out.println("  root " + root);
    }

    private void line(String name, Compared value, String unit, PrintWriter out) {
        BigDecimal percent = value.changePercent();
        out.printf("  %-28s %s%s%n", name,
                language.say("headline.line", Map.of("now", with(value.now(), unit), "before",
                        language.amount(value.before()), "change", language.amount(value.change()))),
                percent == null ? "" : " (" + language.percent(percent) + ")");
    }

    private String with(BigDecimal amount, String unit) {
        return unit.isEmpty() ? language.amount(amount) : language.amount(amount) + " " + unit;
    }
}
