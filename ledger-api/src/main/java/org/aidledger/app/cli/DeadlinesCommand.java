package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.deadline.DeadlineLine;
import org.aidledger.app.deadline.DeadlineLine.Basis;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.deadline.Deadlines.WorkList;
import org.aidledger.app.platform.Ledger;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.deadline.Obligation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger deadlines}. */
@Command(name = "deadlines",
        description = "What is due and overdue on a day: appraisals, opinions, approvals, reports, corrective actions, "
                + "recoveries, certificates. Days are counted by the rules in force when each term began; every line "
                + "cites them and the event it starts from.")
final class DeadlinesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Option(names = {"--effective", "--on"}, paramLabel = "DATE",
            description = "The day to count to, 2026-06-30. Default: today in Viet Nam") private @Nullable LocalDate day;

    @Option(names = "--known", paramLabel = "WHEN",
            description = "As far as it was known: a number of events, a date (its end in Viet Nam) or a date and time "
                    + "with offset. Default: all events") private @Nullable String known;

    @Option(names = "--within", paramLabel = "DAYS", defaultValue = "" + Deadlines.WITHIN_DAYS,
            description = "How far ahead to look. Default: ${DEFAULT-VALUE} days") private int within;

    @Option(names = "--kind", paramLabel = "KIND",
            description = "Only these: ${COMPLETION-CANDIDATES}") private Obligation.@Nullable Kind kind;

    @SuppressWarnings("NullAway.Init")
    DeadlinesCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            Deadlines deadlines = new Deadlines(ledger.views().obligations(), ledger.gateway().rules());
            AsOf question = AsOf.of(null, known == null ? null : (Long) ledger.views().knownAt().parse(known));
            WorkList list = deadlines.on(day == null ? VietNam.dateOf(Clock.systemUTC().instant()) : day, within, kind,
                    question, 0, Deadlines.LINES_MAX);
            String root = ledger.published().root(list.asOf().known()).base64();
            if (options.json()) {
                out.println(Json.write(json(list, root)));
            } else {
                print(list, root, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private static Map<String, @Nullable Object> json(WorkList list, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("day", list.day().toString());
        json.put("withinDays", list.withinDays());
        BalanceText.clocks(json, list.asOf(), root);
        json.put("overdue", list.overdue());
        json.put("due", list.due());
        json.put("lines", list.lines().stream().map(DeadlinesCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(DeadlineLine line) {
        Obligation obligation = line.obligation();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", obligation.kind().name());
        json.put("stream", obligation.stream());
        json.put("titleVi", obligation.titleVi());
        json.put("titleEn", obligation.titleEn());
        json.put("part", obligation.part());
        json.put("detail", obligation.detail());
        json.put("event", obligation.startIndex());
        json.put("startedOn", obligation.startedOn().toString());
        json.put("due", line.due().toString());
        json.put("daysLeft", line.daysLeft());
        json.put("overdue", line.isOverdue());
        Basis basis = line.basis();
        json.put("legalBasis", basis == null ? null : basis.legalBasis());
        json.put("article", basis == null ? null : basis.article());
        json.put("term", basis == null || basis.amount() == null ? null : term(basis));
        return json;
    }

    private void print(WorkList list, String root, PrintWriter out) {
        out.println(language.say("deadlines.heading", Map.of("day", list.day().toString(), "clocks",
                language.clocks(list.asOf()), "overdue", language.number(list.overdue()), "due",
                language.number(list.due()), "within", language.number(list.withinDays()))));
        for (DeadlineLine line : list.lines()) {
            Obligation obligation = line.obligation();
            out.printf("%s %-18s %-24s %s%s%n", line.due(),
                    language.say(line.isOverdue() ? "deadlines.late" : "deadlines.left",
                            Map.of("days", language.number(Math.abs(line.daysLeft())))),
                    language.say("deadlines.kind." + obligation.kind().name()), obligation.stream(),
                    title(obligation));
            out.println("           " + language.say("deadlines.from", Map.of("basis", basis(line), "index",
                    Long.toString(obligation.startIndex()), "day", obligation.startedOn().toString())));
        }
        if (list.overdue() + list.due() > list.lines().size()) {
            out.println(language.say("deadlines.more",
                    Map.of("more", language.number(list.overdue() + list.due() - list.lines().size()))));
        }
        out.println("  root " + root);
    }

    private String title(Obligation obligation) {
        String first = language.isVietnamese() ? obligation.titleVi() : obligation.titleEn();
        String second = language.isVietnamese() ? obligation.titleEn() : obligation.titleVi();
        String title = first != null ? first : second;
        return (title == null ? "" : "  " + title)
                + (obligation.detail() != null ? "  [" + obligation.detail() + "]"
                        : obligation.kind() == Obligation.Kind.PERIODIC_REPORT ? "  [" + obligation.part() + "]" : "");
    }

    private String basis(DeadlineLine line) {
        Basis basis = line.basis();
        if (basis == null) {
            return language.say("deadlines.told");
        }
        String cited = basis.article().equals("?") ? basis.legalBasis()
                : language.say("deadlines.cited",
                        Map.of("decree", basis.legalBasis(), "article", basis.article()));
        return cited + (basis.amount() == null ? ""
                : " (" + language.say("deadlines.unit." + basis.unit(),
                        Map.of("amount", basis.amount().toString())) + ")");
    }

    private static String term(Basis basis) {
        return basis.amount() + " " + String.valueOf(basis.unit()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
