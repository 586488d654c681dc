package org.aidledger.app.exchange.csv;

import java.util.Locale;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.text.Texts;

/**
 * Why a table cannot be read, or one of its rows is refused; also a rule that a reported row breaks.
 *
 * @param line of the file, counted from 1; 0 where it is about the file as a whole
 * @param code stable, for example {@code csv.date-unreadable}
 * @param arguments what the sentence needs, by name
 */
public record CsvRefusal(int line, String code, Map<String, String> arguments) implements Refusal {

    /** What the codes of tables begin with; the others are the rules' own. */
    private static final String FAMILY = "csv.";
    private static final String BANK = "bank.";

    public CsvRefusal {
        arguments = Map.copyOf(arguments);
    }

    /** Why, in the reader's language. */
    public String reason(Locale language) {
        return Texts.in(language).say(this);
    }

    /** What to do about it, in the reader's language. */
    public String advice(Locale language) {
        String advised = code.startsWith(FAMILY) ? code : code.startsWith(BANK) ? "csv.bank-rule" : "csv.rule";
        return Texts.in(language).say(advised + ".advice", arguments);
    }
}
