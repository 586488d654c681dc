package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.aidledger.app.exchange.evidence.CheckpointRefusal;
import org.aidledger.app.platform.LedgerUnavailable;
import org.aidledger.app.platform.postgres.LocalDatabaseFailure;
import org.aidledger.log.LogForked;
import org.aidledger.log.RemoteLog;
import org.aidledger.text.Texts;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.evidence.VerifierTexts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./ledger} itself. */
@Command(name = "ledger", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, version = "Aid Ledger 0.1.0",
        description = "The ledger of foreign aid that auditors can verify without trusting it.",
        synopsisSubcommandLabel = "COMMAND", sortOptions = false, usageHelpAutoWidth = true,
        footerHeading = "%nExit codes:%n",
        footer = {"  0  done", "  1  failed; the message says why",
            "  2  the command line, or a key or a file given with it, was not understood",
            "  3  refused, nothing was recorded",
            "  4  not sound: history was changed, what was signed is not shown, or figures differ",
            "  5  there is no such project, event or file, or no ledger at the address",
            " 69  no answer now, try again: the database or the address is out of reach or behind",
            " 70  ./ledger could not build the program, or found no JDK"},
        subcommands = {DemoCommand.class, ServeCommand.class, ImportCommand.class, ExportCommand.class,
            BalanceCommand.class, PortfolioCommand.class, HeadlineCommand.class, TargetsCommand.class,
            DeadlinesCommand.class, SignalsCommand.class, TrailCommand.class, ReplayCommand.class, SheetCommand.class,
            ReconcileCommand.class, RebuildCommand.class, VerifyCommand.class, SinceCommand.class, WitnessCommand.class,
            KeysCommand.class,
            BenchmarkCommand.class})
public final class LedgerCommandLine implements Runnable {

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    LedgerCommandLine() {
    }

    /** Runs one command; gives the exit code. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new LedgerCommandLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(LedgerCommandLine::explain);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("ledger: " + message(failure, LanguageOption.of(parsed))));
        err.flush();
        if (System.getenv("LEDGER_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return switch (failure) {
            case LedgerUnavailable unavailable -> ExitCode.UNAVAILABLE;
            case LocalDatabaseFailure unavailable -> ExitCode.UNAVAILABLE;
            case RemoteLog.NoAnswer unavailable -> ExitCode.UNAVAILABLE;
            case RemoteLog.NoLog notFound -> ExitCode.NOT_FOUND;
            case TlogException.Malformed badInput -> ExitCode.USAGE;
            case TlogException unproven -> ExitCode.NOT_SOUND;
            case LogForked forked -> ExitCode.NOT_SOUND;
            case CheckpointRefusal.Refused badInput -> ExitCode.USAGE;
            case NotFound notFound -> ExitCode.NOT_FOUND;
            case IllegalArgumentException badInput -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
    }

    private static String message(Exception failure, Locale language) {
        if (failure instanceof CheckpointRefusal.Refused refused) {
            return Texts.in(language).say(refused.refusal());
        }
        if (failure instanceof TlogException found) {
            return VerifierTexts.in(language.getLanguage()).detail(found.getMessage());
        }
        return failure.getMessage() != null ? failure.getMessage()
                : failure + " (set LEDGER_DEBUG=1 to see where)";
    }
}
