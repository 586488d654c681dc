package org.aidledger.app.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.text.Texts;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The language a command answers people in, with its way of writing numbers. What programs get does not depend on the system's: its
 * sentences are English unless another is asked for.
 */
final class LanguageOption {

    private static final String NAME = "--lang";

    private static final List<String> SPOKEN = List.of(Texts.VIETNAMESE.getLanguage(), Texts.ENGLISH.getLanguage());

    @Spec(Spec.Target.MIXEE) private CommandSpec command;

    private @Nullable String language;

    private @Nullable Texts texts;

    @SuppressWarnings("NullAway.Init")
    LanguageOption() {
    }

    @Option(names = NAME, paramLabel = "LANG",
            description = "vi or en. Default: vi where the system speaks Vietnamese and --json is not given, else en")
    private void ask(@Nullable String asked) {
        if (asked != null && !SPOKEN.contains(asked)) {
            throw new ParameterException(command.commandLine(), NAME + ": vi or en is expected, not \"" + asked + "\"");
        }
        language = asked;
    }

    Locale locale() {
        return locale(language);
    }

    /** Of an answer that may be for programs. */
    Locale locale(boolean json) {
        return json && language == null ? Texts.ENGLISH : locale();
    }

    /** The one asked for in a command line, for what goes wrong with it. */
    static Locale of(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        String asked = command.matchedOptionValue(NAME, "");
        return locale(asked.isEmpty() ? null : asked);
    }

    private static Locale locale(@Nullable String language) {
        String asked = language == null ? Locale.getDefault().getLanguage() : language;
        return asked.equals(Texts.VIETNAMESE.getLanguage()) ? Texts.VIETNAMESE : Texts.ENGLISH;
    }

    boolean isVietnamese() {
        return locale().equals(Texts.VIETNAMESE);
    }

    String say(String code) {
        return say(code, Map.of());
    }

    String say(String code, Map<String, String> arguments) {
        Texts known = texts;
        if (known == null) {
            known = Texts.beside(LanguageOption.class, locale());
            texts = known;
        }
        return known.say(code, arguments);
    }

    String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** With all its digits. */
    String amount(BigDecimal amount) {
        return String.format(locale(), "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    String percent(BigDecimal percent) {
        return String.format(locale(), "%." + Math.max(0, percent.scale()) + "f %%", percent);
    }

    /** At which clocks an answer was given. */
    String clocks(AsOf.Answered asOf) {
        return say("clocks.known", Map.of("events", number(asOf.known())))
                + (asOf.effective() == null ? ""
                        : ", " + say("clocks.effective", Map.of("day", asOf.effective().toString())))
                + (asOf.booked() == null ? ""
                        : ", " + say("clocks.booked", Map.of("month", asOf.booked().toString())))
                + (asOf.behind() ? " " + say("clocks.behind") : "");
    }
}
