package org.aidledger.view.signal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.text.Texts;

/**
 * Something on record that may be worth a look. It says what is recorded, not that anybody did wrong.
 *
 * @param weight how much it counts when projects are put in order
 * @param text code of its sentence
 * @param arguments what the sentence names, for programs
 * @param events indices of the events it rests on, rising, at least one
 */
public record Signal(SignalKind kind, int weight, String text, Map<String, String> arguments, List<Long> events) {

    public Signal {
        arguments = Map.copyOf(arguments);
        events = events.stream().distinct().sorted().toList();
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a signal cites the events it rests on");
        }
    }

    /** What is on record, in Vietnamese or, for any other locale, English. */
    public String sentence(Locale locale) {
        return Texts.in(locale).say(text, arguments);
    }

    /** What this kind of signal is called. */
    public String name(Locale locale) {
        return Texts.in(locale).say("signal." + kind.key() + ".name", Map.of());
    }
}
