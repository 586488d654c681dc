package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.aidledger.app.platform.Ledger;
import org.aidledger.text.Texts;
import org.aidledger.view.AsOf;
import org.aidledger.view.signal.ProjectSignals;
import org.aidledger.view.signal.Signal;
import org.aidledger.view.signal.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger signals}. */
@Command(name = "signals",
        description = "What is on record that an inspection may want to look at, the heaviest projects first, at any two "
                + "clocks. Each says what was recorded and cites its events; none says that anybody did wrong.")
final class SignalsCommand implements Callable<Integer> {

    private static final int EVENTS_SHOWN = 12;

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Mixin private ClockOptions clocks;

    @Option(names = "--limit", paramLabel = "PROJECTS", defaultValue = "20",
            description = "How many projects at most. Default: ${DEFAULT-VALUE}") private int limit;

    @Parameters(paramLabel = "PROJECT", arity = "0..1",
            description = "Id (PRJ-...) or code, for example an IATI identifier. Default: all projects") private @Nullable String project;

    @SuppressWarnings("NullAway.Init")
    SignalsCommand() {
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is 1 or more, not " + limit);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            AsOf asOf = clocks.asOf(ledger);
            Signals signals = ledger.views().signals();
            Signals.Answer answer = project == null ? signals.all(asOf)
                    : signals.ofProject(ProjectNames.find(ledger, project).id(), asOf);
            String root = ledger.published().root(answer.asOf().known()).base64();
            if (options.json()) {
                out.println(Json.write(json(answer, root)));
            } else {
                print(answer, root, out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, @Nullable Object> json(Signals.Answer answer, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        BalanceText.clocks(json, answer.asOf(), root);
        json.put("day", answer.day().toString());
        json.put("count", answer.projects().size());
        json.put("projects", answer.projects().stream().limit(limit).map(SignalsCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(ProjectSignals one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("project", one.project());
        json.put("weight", one.weight());
        json.put("inspection", one.inspection());
        json.put("signals", one.signals().stream().map(SignalsCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Signal signal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", signal.kind().key());
        json.put("weight", signal.weight());
        json.put("vi", signal.sentence(Texts.VIETNAMESE));
        json.put("en", signal.sentence(Texts.ENGLISH));
        json.put("arguments", signal.arguments());
        json.put("events", signal.events());
        return json;
    }

    private void print(Signals.Answer answer, String root, PrintWriter out) {
        Locale locale = language.locale();
        out.printf("%,d %s, %s, ages counted to %s%n", answer.projects().size(),
                answer.projects().size() == 1 ? "project with something worth a look"
                        : "projects with something worth a look",
                BalanceText.clocks(answer.asOf()), answer.day());
        for (ProjectSignals one : answer.projects().subList(0, Math.min(limit, answer.projects().size()))) {
            out.printf("%5d  %s%s%n", one.weight(), one.project(),
                    one.inspection() == null ? "" : "  (last inspection opened: " + one.inspection() + ")");
            for (Signal signal : one.signals()) {
                out.printf("%10d  %s%n%12sevents %s%n", signal.weight(), signal.sentence(locale), "",
                        events(signal.events()));
            }
        }
        if (answer.projects().size() > limit) {
            out.printf("  and %,d more; --limit shows them%n", answer.projects().size() - limit);
        }
        out.println("  None of this says that anybody did wrong.");
        out.println("  root " + root);
    }

    private static String events(List<Long> events) {
        String first = events.stream().limit(EVENTS_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return events.size() <= EVENTS_SHOWN ? first : first + " and " + (events.size() - EVENTS_SHOWN) + " more";
    }
}
