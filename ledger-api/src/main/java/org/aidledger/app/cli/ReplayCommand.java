package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger replay}. */
@Command(name = "replay",
        description = "Replays a project step by step: each event, and the balances as they were known right after it.")
final class ReplayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Parameters(paramLabel = "PROJECT",
            description = "Id (PRJ-...) or code, for example an IATI identifier") private String project;

    @SuppressWarnings("NullAway.Init")
    ReplayCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            String id = ProjectNames.find(ledger, project).id();
            List<Map<String, Object>> steps = new ArrayList<>();
            @Nullable Long after = null;
            do {
                Trail.Page page = ledger.views().trail().of(id, AsOf.now(), after, Trail.PAGE_MAX);
                for (TrailLine line : page.lines()) {
                    ProjectBalance balance = ledger.views().balances().ofProject(id, AsOf.of(null, line.index() + 1));
                    if (options.json()) {
                        steps.add(json(line, balance));
                    } else {
                        TrailText.print(line, language.locale(), out);
                        if (line.bookingPeriod() != null) {
                            BalanceText.print(balance.currencies(), out);
                        }
                    }
                }
                after = page.next();
            } while (after != null);
            if (options.json()) {
                out.println(Json.write(steps));
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private static Map<String, Object> json(TrailLine line, ProjectBalance balance) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("event", TrailText.json(line));
        step.put("known", balance.asOf().known());
        step.put("balances", balance.currencies().stream().map(BalanceText::json).toList());
        step.put("cash", balance.cash());
        return step;
    }
}
