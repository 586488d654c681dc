package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;
import org.aidledger.view.trail.Trail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger trail}. */
@Command(name = "trail",
        description = "The audit trail of a project or an inspection: one line an event, with who, when, why and on which "
                + "document.")
final class TrailCommand implements Callable<Integer> {

    private static final Pattern OTHER_STREAM = Pattern.compile("(INS|PER|NGO|ACT|FXR|TGT|BNK|IMP)-");

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Mixin private ClockOptions clocks;

    @Parameters(paramLabel = "SUBJECT",
            description = "A project's id or code, or the id of another stream: INS-..., PER-...") private String subject;

    @SuppressWarnings("NullAway.Init")
    TrailCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Locale locale = language.locale();
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            AsOf asOf = clocks.asOf(ledger);
            String stream =
                    OTHER_STREAM.matcher(subject).lookingAt() ? subject : ProjectNames.find(ledger, subject).id();
            List<Map<String, Object>> json = new ArrayList<>();
            @Nullable Long after = null;
            do {
                Trail.Page page = ledger.views().trail().of(stream, asOf, after, Trail.PAGE_MAX);
                page.lines().forEach(line -> {
                    if (options.json()) {
                        json.add(TrailText.json(line));
                    } else {
                        TrailText.print(line, locale, out);
                    }
                });
                after = page.next();
            } while (after != null);
            if (options.json()) {
                out.println(Json.write(json));
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
