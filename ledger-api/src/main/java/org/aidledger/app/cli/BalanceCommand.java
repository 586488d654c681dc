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
import org.aidledger.view.balance.Totals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger balance}. */
@Command(name = "balance", description = "Balances of projects, or the totals of all of them, at any two clocks.")
final class BalanceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private ClockOptions clocks;

    @Option(names = "--each",
            description = "Every project in which money or a promise of money moved") private boolean each;

    @Parameters(paramLabel = "PROJECT", arity = "0..*",
            description = "Id (PRJ-...) or code, for example an IATI identifier") private List<String> projects =
                    List.of();

    @SuppressWarnings("NullAway.Init")
    BalanceCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            AsOf asOf = clocks.asOf(ledger);
            if (projects.isEmpty() && !each) {
                totals(ledger, asOf, out);
            } else {
                projects(ledger, asOf, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private void totals(Ledger ledger, AsOf asOf, PrintWriter out) {
        Totals totals = ledger.views().balances().totals(asOf);
        if (options.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            BalanceText.clocks(json, totals.asOf(), root(ledger, totals.asOf()));
            json.put("totals", totals.currencies().stream().map(BalanceText::json).toList());
            out.println(Json.write(json));
        } else {
            out.println("All projects, " + BalanceText.clocks(totals.asOf()));
            BalanceText.print(totals.currencies(), out);
            out.println("  root " + root(ledger, totals.asOf()));
        }
    }

    private void projects(Ledger ledger, AsOf asOf, PrintWriter out) {
        List<ProjectBalance> balances = new ArrayList<>();
        if (each) {
            ledger.views().balances().ofEachProject(asOf, balances::add);
        }
        for (String name : projects) {
            balances.add(ledger.views().balances().ofProject(ProjectNames.find(ledger, name).id(), asOf));
        }
        if (options.json()) {
            out.println(Json.write(balances.stream().map(b -> BalanceText.json(b, root(ledger, b.asOf()))).toList()));
            return;
        }
        for (ProjectBalance balance : balances) {
            out.println(balance.project() + ", " + BalanceText.clocks(balance.asOf()));
            BalanceText.print(balance.currencies(), out);
            balance.cash()
                    .forEach(cash -> out.printf("  cash in %s: %s %s%n", cash.moneyAccount(),
                            cash.amount().toPlainString(),
                            cash.currency()));
            out.println("  root " + root(ledger, balance.asOf()));
        }
    }

    private static String root(Ledger ledger, AsOf.Answered asOf) {
        return ledger.published().root(asOf.known()).base64();
    }
}
