package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.period.PeriodSheets;
import org.aidledger.app.period.PeriodSheets.Checked;
import org.aidledger.app.platform.Ledger;
import org.aidledger.event.Entry;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodId;
import org.aidledger.view.balance.Sheet;
import org.aidledger.view.period.PeriodHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger sheet}. */
@Command(name = "sheet",
        description = "Sums the sealed sheets of accounting periods again and compares each with what its "
                + "closing sealed. Exit code 4 when one differs.")
final class SheetCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Option(names = "--text",
            description = "Print the sheet in the canonical form that was hashed, and nothing else") private boolean text;

    @Parameters(index = "0", paramLabel = "PERIODS",
            description = "Id of an entity's accounting periods (PER-...)") private String period;

    @Parameters(index = "1", paramLabel = "MONTH", arity = "0..1",
            description = "A closed month, 2025-06. Default: every one") private @Nullable YearMonth month;

    @SuppressWarnings("NullAway.Init")
    SheetCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean unchanged = true;
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            PeriodId id = new PeriodId(period);
            PeriodHistory history = ledger.views().periods().history(id.value(), null)
                    .orElseThrow(() -> new NotFound("there are no accounting periods " + id));
            PeriodSheets sheets = new PeriodSheets(ledger.gateway(), ledger.views().periods(), ledger.views().sheets(),
                    ledger.views().catchingUp());
            List<Map<String, Object>> json = new ArrayList<>();
            for (YearMonth one : months(history)) {
                Checked checked = sheets.check(id, one)
                        .orElseThrow(() -> new NotFound(id + " has never closed " + one));
                unchanged &= checked.isUnchanged();
                if (options.json()) {
                    json.add(json(checked));
                } else if (text) {
                    out.print(checked.sheet().canonical());
                } else {
                    print(checked, out);
                }
            }
            if (options.json()) {
                out.println(Json.write(json));
            }
        }
        out.flush();
        return unchanged ? ExitCode.OK : ExitCode.NOT_SOUND;
    }

    private List<YearMonth> months(PeriodHistory history) {
        return month != null ? List.of(month)
                : history.events().stream().map(Entry::payload).filter(PeriodClosed.class::isInstance)
                        .map(closed -> ((PeriodClosed) closed).month()).distinct().sorted().toList();
    }

    private static void print(Checked checked, PrintWriter out) {
        Sheet sheet = checked.sheet();
        out.printf("%s %s: %d lines over the first %d events, %s%n", sheet.period(), sheet.month(),
                sheet.lines().size(), sheet.size(), checked.isUnchanged() ? "as sealed" : "NOT AS SEALED");
        out.printf("  sealed %s%n", checked.closing().sheet().sha256());
        if (!checked.isUnchanged()) {
            out.printf("  now    %s%n", sheet.sha256());
        }
        for (Sheet.Line line : sheet.lines()) {
            out.printf("  %-24s %-20s %s %s%n", line.project(), line.account(), line.amount().toPlainString(),
                    line.currency());
        }
    }

    private static Map<String, Object> json(Checked checked) {
        Sheet sheet = checked.sheet();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", sheet.period());
        json.put("month", sheet.month().toString());
        json.put("size", sheet.size());
        json.put("sealedSha256", checked.closing().sheet().sha256());
        json.put("sha256", sheet.sha256());
        json.put("unchanged", checked.isUnchanged());
        json.put("lines", sheet.lines().stream().map(line -> Map.of("project", line.project(), "account",
                line.account().name(), "currency", line.currency().code(), "amount", line.amount().toPlainString()))
                .toList());
        return json;
    }
}
