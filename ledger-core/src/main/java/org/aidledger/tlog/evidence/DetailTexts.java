package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the verifiers find, said in Vietnamese. The program says it in English where it finds it, with what it compared; the English
 * sentence, its numbers and hashes left open, is the name of the Vietnamese one ({@code details_vi.txt}).
 */
final class DetailTexts {

    /** Characters of a detail that is translated; longer ones come from files that are not what they should be. */
    private static final int CHARS_MAX = 2_000;
    private static final String RESOURCE = "details_vi.txt";
    private static final Pattern ARGUMENT = Pattern.compile("\\{([1-9])\\}");
    /** A value that is put in; what follows a colon is another sentence. */
    private static final String VALUE = "((?:(?!: ).)+?)";
    private static final DetailTexts VIETNAMESE = new DetailTexts();

    /** By the English sentence. */
    private final Map<String, String> sentences = new LinkedHashMap<>();
    private final List<Sentence> patterns = new ArrayList<>();

    private DetailTexts() {
        try (InputStream in = DetailTexts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String pair : file.strip().split("\n\n")) {
                int end = pair.indexOf('\n');
                if (end > 0) {
                    sentences.put(pair.substring(0, end), pair.substring(end + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        sentences.forEach((english, vietnamese) -> patterns.add(Sentence.of(english, vietnamese)));
    }

    static DetailTexts vietnamese() {
        return VIETNAMESE;
    }

    /** English sentences and the Vietnamese ones, as the file has them. */
    Map<String, String> all() {
        return sentences;
    }

    /** One of them; {@code part} is the longest piece of English between two values, which tells most others apart at once. */
    private record Sentence(Pattern pattern, String part, String vietnamese) {

        static Sentence of(String english, String vietnamese) {
            StringBuilder pattern = new StringBuilder();
            String part = "";
            Matcher arguments = ARGUMENT.matcher(english);
            int from = 0;
            boolean more = true;
            while (more) {
                more = arguments.find();
                String piece = english.substring(from, more ? arguments.start() : english.length());
                pattern.append(Pattern.quote(piece)).append(more ? VALUE : "");
                part = piece.length() > part.length() ? piece : part;
                from = more ? arguments.end() : from;
            }
            return new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), part, vietnamese);
        }
    }

    /** In Vietnamese, or as it is where it is nothing that a verifier says: a name, a path, a number. */
    String say(String detail) {
        if (detail.length() > CHARS_MAX) {
            return detail;
        }
        Optional<String> whole = exactly(detail);
        if (whole.isPresent()) {
            return whole.get();
        }
        for (int colon = detail.indexOf(": "); colon > 0; colon = detail.indexOf(": ", colon + 1)) {
            String place = detail.substring(0, colon);
            String what = detail.substring(colon + 2);
            Optional<String> said = exactly(what);
            if (said.isPresent()) {
                return say(place) + ": " + said.get();
            }
        }
        return detail;
    }

    private Optional<String> exactly(String detail) {
        for (Sentence one : patterns) {
            Matcher match = one.pattern().matcher(detail);
            if (detail.contains(one.part()) && match.matches()) {
                return Optional.of(ARGUMENT.matcher(one.vietnamese()).replaceAll(
                        found -> Matcher.quoteReplacement(say(match.group(Integer.parseInt(found.group(1)))))));
            }
        }
        return Optional.empty();
    }
}
