package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.text.Texts;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.junit.jupiter.api.Test;

/** Nothing about evidence is said in one language only. */
class EvidenceTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[a-zA-Z0-9]+}");
    private static final Pattern CODE =
            Pattern.compile("(?:Problem\\.of|Problem\\.at|say|problem)\\((?:[a-zA-Z.(), ]+, )?[\"']([a-z.-]+)[\"']");

    private static Set<String> arguments(String text) {
        return new TreeSet<>(ARGUMENT.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void the_verifiers_say_the_same_in_both_languages() {
        Map<String, String> english = VerifierTexts.in("en").all();
        Map<String, String> vietnamese = VerifierTexts.in("vi").all();
        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (code, text) -> assertThat(arguments(vietnamese.getOrDefault(code, ""))).as(code)
                        .isEqualTo(arguments(text)));
    }

    @Test
    void every_code_that_a_verifier_uses_has_its_sentence() throws IOException {
        Path root = Path.of(System.getProperty("aidledger.root"));
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(root.resolve("ledger-core/src/main/java/org/aidledger/tlog/evidence"))) {
            for (Path file : Stream.concat(files, Stream.of(root.resolve(
                    "ledger-api/src/main/resources/org/aidledger/app/exchange/evidence/verify.js"))).toList()) {
                CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(used::add);
            }
        }
        used.removeIf(code -> !code.contains(".") || code.endsWith("."));
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(VerifierTexts.in("en").all().keySet()).containsAll(used);
    }

    @Test
    void refusals_are_said_in_both_languages() {
        for (EvidenceRefusal refusal : List.of(new EvidenceRefusal.Unknown("PRJ-9"),
                new EvidenceRefusal.TooManyEvents(30_000))) {
            for (Texts texts : List.of(Texts.in(Texts.VIETNAMESE), Texts.in(Texts.ENGLISH))) {
                assertThat(texts.say(refusal)).isNotEqualTo(refusal.code()).doesNotContain("{");
            }
        }
    }
}
