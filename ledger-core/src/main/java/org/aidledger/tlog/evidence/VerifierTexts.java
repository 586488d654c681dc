package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the verifiers say, in Vietnamese or English: {@code verifier_vi.properties}, {@code verifier_en.properties}. */
public final class VerifierTexts {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    /** What a problem says that the program said in English where it found it. */
    private static final Set<String> DETAILS = Set.of("detail", "where");

    private final Properties texts = new Properties();
    private final boolean vietnamese;

    private VerifierTexts(String language) {
        vietnamese = language.equals("vi");
        String name = "verifier_" + (language.equals("vi") ? "vi" : "en") + ".properties";
        try (InputStream in = VerifierTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** @param language {@code vi} for Vietnamese, any other for English */
    public static VerifierTexts in(String language) {
        return new VerifierTexts(language);
    }

    /** The sentence of a problem, or of something that held. */
    public String say(Problem problem) {
        return say(problem.code(), problem.evidence());
    }

    String say(String code, Map<String, String> evidence) {
        return ARGUMENT.matcher(texts.getProperty(code, code))
                .replaceAll(found -> Matcher.quoteReplacement(argument(found.group(1), evidence, found.group())));
    }

    private String argument(String name, Map<String, String> evidence, String otherwise) {
        String value = evidence.get(name);
        return value == null ? otherwise : DETAILS.contains(name) ? detail(value) : value;
    }

    /** What the verifiers, or the log's parsers, found and say in English, in this language; as it is where it is nothing of theirs. */
    public String detail(String english) {
        return vietnamese ? DetailTexts.vietnamese().say(english) : english;
    }

    String say(String code) {
        return say(code, Map.of());
    }

    /** What the verifiers find, by the English sentence; empty for English. */
    public Map<String, String> details() {
        return vietnamese ? DetailTexts.vietnamese().all() : Map.of();
    }

    /** All of them, by code. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(code -> all.put(code, texts.getProperty(code)));
        return all;
    }
}
