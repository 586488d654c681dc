package org.aidledger.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.event.Refusal;

/**
 * Sentences of one language, by code. A sentence names its arguments in braces, {@code {approved}}; they are put in as they are.
 * The sentence of a refusal states a fact, so that it serves for the breach that is noted beside a reported fact as well.
 *
 * <p>The sentences are in {@code messages_vi.properties} and {@code messages_en.properties} (UTF-8) beside this class; whoever adds
 * a code adds its sentence in both.
 */
public final class Texts {

    public static final Locale VIETNAMESE = Locale.of("vi");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Texts IN_VIETNAMESE = new Texts(Texts.class, VIETNAMESE);
    private static final Texts IN_ENGLISH = new Texts(Texts.class, ENGLISH);

    private final Properties sentences = new Properties();
    private final String language;

    private Texts(Class<?> beside, Locale language) {
        this.language = language.getLanguage();
        String name = "messages_" + language.getLanguage() + ".properties";
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Vietnamese for a Vietnamese locale, else English. */
    public static Texts in(Locale locale) {
        return isVietnamese(locale) ? IN_VIETNAMESE : IN_ENGLISH;
    }

    /** As {@link #in}, the sentences being in files of the same names beside another class. */
    public static Texts beside(Class<?> other, Locale locale) {
        return new Texts(other, isVietnamese(locale) ? VIETNAMESE : ENGLISH);
    }

    private static boolean isVietnamese(Locale locale) {
        return locale.getLanguage().equals(VIETNAMESE.getLanguage());
    }

    /** {@code vi} or {@code en}. */
    public String language() {
        return language;
    }

    public String say(Refusal refusal) {
        return say(refusal.code(), refusal.arguments());
    }

    /**
     * The sentence of a code. A reader is never left without an answer: a code without a sentence (of a newer version of the
     * ledger, say) is given as it is, with its arguments, and an argument that is not there stays in braces.
     */
    public String say(String code, Map<String, String> arguments) {
        String sentence = sentences.getProperty(code);
        if (sentence == null) {
            return arguments.isEmpty() ? code : code + " " + arguments;
        }
        return ARGUMENT.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(arguments.getOrDefault(found.group(1), found.group())));
    }

    /** Every code that has a sentence, sorted. */
    public Set<String> codes() {
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    /** The names of the arguments that a code's sentence uses; empty for a code without a sentence. */
    public Set<String> argumentsOf(String code) {
        var names = new TreeSet<String>();
        ARGUMENT.matcher(sentences.getProperty(code, "")).results().map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return names;
    }
}
