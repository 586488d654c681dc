package org.aidledger.app.exchange.iati.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.app.exchange.iati.IatiRefusal;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.event.Refusal;
import org.aidledger.text.Texts;

/**
 * Why a file is not taken in. Nothing of it is in the ledger then.
 *
 * @param file its name
 * @param line where, counted from 1; 0 where it is about the file as a whole
 * @param column where, counted from 1 in characters; 0 where it is about the file as a whole
 * @param code stable, for example {@code iati.value-not-a-number}
 * @param arguments what the sentence needs, by name
 */
public record ImportRefusal(String file, int line, int column, String code, Map<String, String> arguments)
        implements
        Refusal {

    /** Names of the arguments of what the reader refuses, in their order. */
    private static final List<String> READER_ARGUMENTS = List.of("what", "max");

    public ImportRefusal {
        arguments = Map.copyOf(arguments);
    }

    static ImportRefusal of(IatiRefusal refusal) {
        var arguments = new HashMap<String, String>();
        for (int i = 0; i < refusal.arguments().size(); i++) {
            arguments.put(READER_ARGUMENTS.get(i), refusal.arguments().get(i));
        }
        return new ImportRefusal(refusal.file(), refusal.line(), refusal.column(), refusal.reason().code(), arguments);
    }

    static ImportRefusal at(String file, Position at, String code, Map<String, String> arguments) {
        return new ImportRefusal(file, at.line(), at.column(), code, arguments);
    }

    static ImportRefusal ofWhole(String file, String code, Map<String, String> arguments) {
        return new ImportRefusal(file, 0, 0, code, arguments);
    }

    /** Why, in the reader's language. */
    public String reason(Locale language) {
        return Texts.in(language).say(this);
    }

    /** What to do about it, in the reader's language. */
    public String advice(Locale language) {
        return Texts.in(language).say(code + ".advice", arguments);
    }
}
