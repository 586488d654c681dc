package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.actor.Way;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.app.bank.Explanation;
import org.aidledger.app.platform.Ledger;
import org.aidledger.bank.BankCommand;
import org.aidledger.bank.BankStatementId;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.text.Texts;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger reconcile}. */
@Command(name = "reconcile",
        description = "Bank statements beside the ledger's cash: what is matched, which lines have no entry, which entries have "
                + "no line, and what may belong together. Without an account: every account and up to when it is reconciled. "
                + "Who has posted an entry does not reconcile the statement it is on.")
final class ReconcileCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Mixin private ClockOptions clocks;

    @Option(names = "--days", paramLabel = "DAYS", defaultValue = "" + MatchProposals.DAYS,
            description = "The most days between the dates of a line and an entry that are proposed as a match. "
                    + "Default: ${DEFAULT-VALUE}") private int days;

    @Option(names = "--match",
            description = "Match every proposed pair; what is ambiguous is left") private boolean matchProposed;

    @Option(names = "--pair", paramLabel = "LINES=ENTRIES",
            description = "Match these lines with these entries, 12,13=417: numbers of lines, indices of events") private @Nullable String pair;

    @Option(names = "--withdraw", paramLabel = "MATCH",
            description = "Withdraw a match, by its number; needs --because") private @Nullable Long withdraw;

    @Option(names = "--withdraw-statement", paramLabel = "DATE",
            description = "Withdraw the last statement, by its last day; needs --because") private @Nullable String withdrawStatement;

    @Option(names = "--because", paramLabel = "TEXT", defaultValue = "",
            description = "Why something is withdrawn") private String because;

    @Option(names = "--close", paramLabel = "DATE",
            description = "Reconcile the statement that ends on that day") private @Nullable String close;

    @Option(names = "--explain", paramLabel = "WHAT=TEXT",
            description = "With --close, why something is on one side only: line:12=TEXT, entry:417=TEXT or opening=TEXT") private List<
                    String> explain = new ArrayList<>();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACCOUNT",
            description = "Id of an account's statements (BNK-...). Default: list them") private @Nullable String account;

    @SuppressWarnings("NullAway.Init")
    ReconcileCommand() {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.OK;
        try (Ledger ledger = options.open()) {
            ledger.views().catchUp();
            if (account == null) {
                list(ledger, out);
            } else {
                var id = new BankStatementId(account);
                var reconciliation =
                        new BankReconciliation(ledger.gateway(), ledger.views().bank(), ledger.views().catchingUp());
                boolean recorded = act(id, ledger, reconciliation, out);
                code = recorded ? ExitCode.OK : ExitCode.REFUSED;
                // Where the only statement was withdrawn there is nothing left to show.
                if (withdrawStatement == null && (recorded || !options.json())) {
                    ledger.views().catchUp();
                    show(id, ledger, reconciliation, out);
                }
            }
        }
        out.flush();
        return code;
    }

    /** @return false when something that was asked for is refused */
    private boolean act(BankStatementId id, Ledger ledger, BankReconciliation reconciliation, PrintWriter out) {
        LocalDate today = VietNam.dateOf(Clock.systemUTC().instant());
        Request request = Request.of(options.actor(), Way.DECIDED, "cli");
        var outcomes = new LinkedHashMap<String, Outcome>();
        if (withdraw != null) {
            outcomes.put("withdraw match " + withdraw, ledger.gateway()
                    .send(new BankCommand.WithdrawMatch(id, withdraw, because, today), request));
        }
        if (withdrawStatement != null) {
            outcomes.put("withdraw statement " + withdrawStatement, ledger.gateway()
                    .send(new BankCommand.WithdrawStatement(id, date(withdrawStatement), because, today), request));
        }
        if (pair != null) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("a pair is LINES=ENTRIES, such as 12,13=417, not \"" + pair + "\"");
            }
            outcomes.put("match " + pair, ledger.gateway().send(
                    new BankCommand.MatchLines(id, numbers(sides[0]), numbers(sides[1]), today), request));
        }
        if (matchProposed) {
            for (BankReconciliation.Matched one : reconciliation.matchProposed(id, days, today, request)) {
                outcomes.put("match " + one.proposal().line().number() + "=" + one.proposal().entry().index(),
                        one.outcome());
            }
        }
        if (close != null) {
            outcomes.put("reconcile " + close, reconciliation.reconcile(id, date(close),
                    explain.stream().map(Explanation::parse).toList(), today, request));
        }
        outcomes.forEach((what, outcome) -> tell(what, outcome, out));
        return outcomes.values().stream().noneMatch(Outcome.Refused.class::isInstance);
    }

    private void tell(String what, Outcome outcome, PrintWriter out) {
        if (outcome instanceof Outcome.Refused(var refusals)) {
            Texts texts = Texts.in(language.locale(options.json()));
            if (options.json()) {
                out.println(Json.write(Map.of("refused", what, "refusals", refusals.stream()
                        .map(one -> Map.of("code", one.code(), "reason", texts.say(one))).toList())));
                return;
            }
            out.println(what + ": REFUSED");
            for (Refusal refusal : refusals) {
                out.println("  " + texts.say(refusal) + " (" + refusal.code() + ")");
            }
        } else if (!options.json()) {
            out.println(what + (outcome instanceof Outcome.Recorded recorded ? ": recorded, event "
                    + recorded.firstIndex() : ": unchanged"));
        }
    }

    private static List<Long> numbers(String text) {
        return text.isBlank() ? List.of()
                : Arrays.stream(text.split(",", -1)).map(one -> Long.valueOf(one.strip())).toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date as 2025-06-30: " + text, e);
        }
    }

    private void list(Ledger ledger, PrintWriter out) {
        BankAccounts.Page page = ledger.views().bank().all(clocks.asOf(ledger).known());
        String root = ledger.published().root(page.asOf().known()).base64();
        if (options.json()) {
            out.println(Json.write(BankText.json(page, root)));
        } else {
            BankText.print(page, root, out);
        }
    }

    private void show(BankStatementId id, Ledger ledger, BankReconciliation reconciliation, PrintWriter out) {
        AsOf question = clocks.asOf(ledger);
        BankPosition position = reconciliation.position(id, question).orElseThrow(
                () -> new NotFound(
                        "there is no bank statement of " + id + " on that day; ./ledger reconcile lists them"));
        MatchProposals proposals = MatchProposals.of(position.history(), days);
        String root = ledger.published().root(position.history().asOf().known()).base64();
        if (options.json()) {
            out.println(Json.write(BankText.json(position, proposals, root)));
        } else {
            BankText.print(position, proposals, root, out);
        }
    }
}
