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
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Conversion;
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
        out.println("Targets and " + measure.key() + ", " + BalanceText.clocks(page.asOf()));
        if (page.programmes().isEmpty()) {
            out.println("  no programme is entered");
        }
        for (Progress progress : page.programmes()) {
            Programme one = progress.programme();
            out.printf("%s  %s, %d to %d%s (event #%d)%n", one.id(), one.nameVi(), one.firstYear(), one.lastYear(),
                    one.province() == null ? "" : ", province " + one.province(), one.index());
            progress.years().forEach(year -> print(year, out));
        }
        out.println("  root " + root);
    }

    private void print(Progress.Year year, PrintWriter out) {
        out.printf("  %d by %s (event #%d)%n", year.year(), year.source(), year.index());
        String currency = year.currency();
        print("active donors", year.donors(), "", out);
        print("all sectors", year.total(), String.valueOf(currency), out);
        for (SectorReached sector : year.sectors()) {
            print("sector " + sector.code(), sector.value(), String.valueOf(currency), out);
        }
        if (currency != null) {
            Conversion policy = conversion.into(currency);
            ConversionOptions.print(policy, year.rates(), year.unconverted(), out);
        }
    }

    private static void print(String name, @Nullable Reached reached, String unit, PrintWriter out) {
        if (reached != null) {
            BigDecimal percent = reached.percent();
            out.printf("    %-16s target %s %s, actual %s%s%n", name, text(reached.target()), unit,
                    text(reached.actual()), percent == null ? "" : " (" + percent.toPlainString() + " %)");
        }
    }

    private static String text(BigDecimal amount) {
        return ("%,." + Math.max(0, amount.scale()) + "f").formatted(amount);
    }
}
