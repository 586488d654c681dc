package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
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

    @Option(names = "--from", paramLabel = "DATE",
            description = "Only what was true from that day on, 2025-01-01") private @Nullable LocalDate from;

    @SuppressWarnings("NullAway.Init")
    PortfolioCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            Portfolio.Lines lines = ledger.views().portfolio().by(by, vocabulary, from, clocks.asOf(ledger));
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

    private Map<String, @Nullable Object> json(Portfolio.Lines lines, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("by", by.key());
        json.put("vocabulary", by == Dimension.SECTOR ? vocabulary : null);
        json.put("from", from == null ? null : from.toString());
        BalanceText.clocks(json, lines.asOf(), root);
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
        out.println("By " + by.key() + (by == Dimension.SECTOR ? " of vocabulary " + vocabulary : "")
                + (from == null ? "" : ", from " + from) + ", " + BalanceText.clocks(lines.asOf()));
        for (Group group : lines.groups()) {
            String value = group.value();
            out.printf("%s (%,d %s)%n", value == null ? "not attributed" : value, group.projects(),
                    group.projects() == 1 ? "project" : "projects");
            BalanceText.print(group.currencies(), out);
        }
        out.println("  root " + root);
    }
}
