package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.ConvertedLines;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.portfolio.ProvinceList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger portfolio}. */
@Command(name = "portfolio",
        description = "All projects by donor, sector, province, agency or another dimension, at any two "
                + "clocks. The groups add up to the totals; what a project belongs to is what was known then.")
final class PortfolioCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Option(names = "--by", required = true, paramLabel = "DIMENSION",
            description = "${COMPLETION-CANDIDATES}") private Dimension by;

    @Option(names = "--vocabulary", paramLabel = "CODE", defaultValue = Portfolio.DAC,
            description = "Classification of sectors, a code of IATI's list. Default: ${DEFAULT-VALUE}, the OECD's "
                    + "five-digit purpose codes") private String vocabulary;

    @Option(names = "--provinces", paramLabel = "LIST", defaultValue = "as-recorded",
            description = "as-recorded: each code with the date of its list; 2025: what is recorded of the 63 provinces "
                    + "counts for the one of the 34 that it became part of. Default: ${DEFAULT-VALUE}") private String provinces;

    @Option(names = "--from", paramLabel = "DATE",
            description = "Only what was true from that day on, 2025-01-01") private @Nullable LocalDate from;

    @Option(names = "--in", paramLabel = "CURRENCY",
            description = "All in that currency; with --rates whatever has a rate is converted") private @Nullable String into;

    @Mixin private ConversionOptions conversion;

    @SuppressWarnings("NullAway.Init")
    PortfolioCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            String currency = into;
            if (currency != null || conversion.isAsked()) {
                converted(ledger, currency == null ? "USD" : currency, out);
                return ExitCode.OK;
            }
            Portfolio.Lines lines = ledger.views().portfolio().by(by, vocabulary, list(), from, clocks.asOf(ledger));
            String root = ledger.published().root(lines.asOf().known()).base64();
            if (options.json()) {
                out.println(Json.write(json(lines, root)));
            } else {
                print(lines, root, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private ProvinceList list() {
        return ProvinceList.of(provinces).orElseThrow(() -> new IllegalArgumentException(
                "--provinces is one of " + ProvinceList.keys() + ", not \"" + provinces + "\""));
    }

    private void converted(Ledger ledger, String currency, PrintWriter out) {
        ConvertedLines lines = ledger.views().converted().by(by, vocabulary, list(), from, conversion.into(currency),
                clocks.asOf(ledger));
        String root = ledger.published().root(lines.asOf().known()).base64();
        if (options.json()) {
            out.println(Json.write(json(lines, root)));
        } else {
            print(lines, root, out);
        }
        out.flush();
    }

    private Map<String, @Nullable Object> json(ConvertedLines lines, String root) {
        Map<String, @Nullable Object> json = question(lines.asOf(), root);
        json.put("currency", lines.policy().into().code());
        json.put("policy", lines.policy().name());
        json.put("groups", lines.groups().stream().map(group -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("value", group.value());
            one.put("projects", group.projects());
            Map<String, Object> measures = new LinkedHashMap<>();
            group.figures().forEach((measure, amount) -> measures.put(measure.key(), lines.policy().shown(amount)));
            one.put("measures", measures);
            return one;
        }).toList());
        json.put("rates", ConversionOptions.ratesJson(lines.rates()));
        json.put("unconverted", ConversionOptions.unconvertedJson(lines.unconverted()));
        return json;
    }

    private void print(ConvertedLines lines, String root, PrintWriter out) {
        out.println(title(lines.asOf()) + ", in " + lines.policy().into());
        for (ConvertedLines.Group group : lines.groups()) {
            heading(group.value(), group.projects(), out);
            Map<Measure, BigDecimal> shown = new EnumMap<>(Measure.class);
            group.figures().forEach((measure, amount) -> shown.put(measure, lines.policy().shown(amount)));
            BalanceText.print(List.of(new CurrencyFigures(lines.policy().into(), shown)), out);
        }
        ConversionOptions.print(lines.policy(), lines.rates(), lines.unconverted(), new LanguageOption(), out);
        out.println("  root " + root);
    }

    private Map<String, @Nullable Object> question(AsOf.Answered asOf, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("by", by.key());
        json.put("vocabulary", by == Dimension.SECTOR ? vocabulary : null);
        json.put("provinces", by == Dimension.PROVINCE ? provinces : null);
        json.put("from", from == null ? null : from.toString());
        BalanceText.clocks(json, asOf, root);
        return json;
    }

    private String title(AsOf.Answered asOf) {
        return "By " + by.key() + (by == Dimension.SECTOR ? " of vocabulary " + vocabulary : "")
                + (by == Dimension.PROVINCE && list() == ProvinceList.OF_2025 ? " of the list of 2025-07-01" : "")
                + (from == null ? "" : ", from " + from) + ", " + BalanceText.clocks(asOf);
    }

    private static void heading(@Nullable String value, long projects, PrintWriter out) {
        out.printf("%s (%,d %s)%n", value == null ? "not attributed" : value, projects,
                projects == 1 ? "project" : "projects");
    }

    private Map<String, @Nullable Object> json(Portfolio.Lines lines, String root) {
        Map<String, @Nullable Object> json = question(lines.asOf(), root);
        json.put("groups", lines.groups().stream().map(PortfolioCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Group group) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", group.value());
        json.put("projects", group.projects());
        json.put("balances", group.currencies().stream().map(BalanceText::json).toList());
        return json;
    }

    private void print(Portfolio.Lines lines, String root, PrintWriter out) {
        out.println(title(lines.asOf()));
        for (Group group : lines.groups()) {
            heading(group.value(), group.projects(), out);
            BalanceText.print(group.currencies(), out);
        }
        out.println("  root " + root);
    }
}
