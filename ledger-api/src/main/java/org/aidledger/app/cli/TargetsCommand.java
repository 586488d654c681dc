package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.headline.Progress;
import org.aidledger.app.headline.Progress.Reached;
import org.aidledger.app.headline.Progress.SectorReached;
import org.aidledger.app.headline.Targets;
import org.aidledger.app.platform.Ledger;
import org.aidledger.project.Place;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.Provinces;
import org.aidledger.view.programme.Programme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger targets}. */
@Command(name = "targets",
        description = "The targets of national and provincial programmes beside the actuals of the portfolio, both as known at "
                + "one number of events.")
final class TargetsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Mixin private ConversionOptions conversion;

    @Mixin private LanguageOption language;

    @Option(names = "--measure", paramLabel = "MEASURE", defaultValue = "disbursed",
            description = "Whose sums are the actuals: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}") private Measure measure;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROGRAMME",
            description = "Id of a programme (TGT-...). Default: every one") private @Nullable String programme;

    @SuppressWarnings("NullAway.Init")
    TargetsCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            Targets.Page page = new Targets(ledger.views().programmes(), ledger.views().converted(),
                    ledger.views().donors()).all(programme, measure, conversion.table(), clocks.asOf(ledger));
            if (programme != null && page.programmes().isEmpty()) {
                throw new NotFound("there is no programme " + programme);
            }
            String root = ledger.published().root(page.asOf().known()).base64();
            if (options.json()) {
                out.println(Json.write(json(page, root)));
            } else {
                print(page, root, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, @Nullable Object> json(Targets.Page page, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("measure", measure.key());
        BalanceText.clocks(json, page.asOf(), root);
        json.put("programmes", page.programmes().stream().map(TargetsCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Progress progress) {
        Programme one = progress.programme();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", one.id());
        json.put("nameVi", one.nameVi());
        json.put("nameEn", one.nameEn());
        json.put("province", one.province());
        json.put("firstYear", one.firstYear());
        json.put("lastYear", one.lastYear());
        json.put("event", one.index());
        json.put("years", progress.years().stream().map(TargetsCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Progress.Year year) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("year", year.year());
        json.put("currency", year.currency());
        json.put("policy", year.policy());
        json.put("donors", year.donors());
        json.put("total", year.total());
        json.put("sectors", year.sectors());
        json.put("rates", ConversionOptions.ratesJson(year.rates()));
        json.put("unconverted", ConversionOptions.unconvertedJson(year.unconverted()));
        json.put("event", year.index());
        return json;
    }

    private void print(Targets.Page page, String root, PrintWriter out) {
        out.println(language.say("targets.heading", Map.of("measure", language.say("measure." + measure.key()),
                "clocks", language.clocks(page.asOf()))));
        if (page.programmes().isEmpty()) {
            out.println("  " + language.say("targets.none"));
        }
        for (Progress progress : page.programmes()) {
            Programme one = progress.programme();
            Place place = one.place();
            String english = one.nameEn();
            out.println(language.say("targets.programme", Map.of("id", one.id(), "name",
                    english == null || language.isVietnamese() ? one.nameVi() : english, "first",
                    Integer.toString(one.firstYear()), "last", Integer.toString(one.lastYear()), "index",
                    Long.toString(one.index()))));
            if (place != null) {
                out.println("  " + language.say("targets.province", Map.of("province", Provinces.label(place))));
            }
            progress.years().forEach(year -> print(year, out));
        }
        out.println("  root " + root);
    }

    private void print(Progress.Year year, PrintWriter out) {
        out.println("  " + language.say("targets.year", Map.of("year", Integer.toString(year.year()), "source",
                year.source(), "index", Long.toString(year.index()))));
        String currency = year.currency();
        print(language.say("headline.donors"), year.donors(), "", out);
        print(language.say("targets.all"), year.total(), String.valueOf(currency), out);
        for (SectorReached sector : year.sectors()) {
            print(language.say("headline.sector", Map.of("code", sector.code())), sector.value(),
                    String.valueOf(currency), out);
        }
        if (currency != null) {
            Conversion policy = conversion.into(currency);
            ConversionOptions.print(policy, year.rates(), year.unconverted(), language, out);
        }
    }

    private void print(String name, @Nullable Reached reached, String unit, PrintWriter out) {
        if (reached != null) {
            BigDecimal percent = reached.percent();
            out.printf("    %-24s %s%s%n", name, language.say("targets.line", Map.of("target",
                    (language.amount(reached.target()) + " " + unit).strip(), "actual",
                    language.amount(reached.actual()))), percent == null ? "" : " (" + language.percent(percent) + ")");
        }
    }
}
