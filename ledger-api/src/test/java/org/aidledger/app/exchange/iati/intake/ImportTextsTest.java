package org.aidledger.app.exchange.iati.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.app.exchange.iati.IatiRefusal;
import org.aidledger.app.exchange.iati.OddityKind;
import org.aidledger.text.Texts;
import org.junit.jupiter.api.Test;

/** No code of an import is without a sentence in either language, and none is left of a code that is gone. */
class ImportTextsTest {

    private static final Set<String> BREACHES = Stream
            .concat(Arrays.stream(OddityKind.values()).map(OddityKind::code),
                    Stream.of(ProjectIntake.DUPLICATE_IDENTIFIER, ProjectIntake.TEXT_SHORTENED,
                            ProjectComparison.PERSPECTIVE_CHANGED))
            .collect(Collectors.toSet());

    private static final Map<String, Set<String>> OWN_REFUSALS = Map.of("iati.currency-unreadable",
            Set.of("what", "max"), "import.file-too-large", Set.of("max"), "import.too-many-events", Set.of("max"),
            "import.too-many-repetitions", Set.of("max"), "import.other-perspective", Set.of("earlier", "asked"),
            "import.contended", Set.of("attempts"));

    @Test
    void every_code_is_said_in_both_languages_and_no_other() {
        var codes = new TreeSet<>(BREACHES);
        Stream.concat(Arrays.stream(IatiRefusal.Reason.values()).map(IatiRefusal.Reason::code),
                OWN_REFUSALS.keySet().stream()).forEach(code -> codes.addAll(List.of(code, code + ".advice")));
        for (Texts texts : List.of(Texts.in(Texts.VIETNAMESE), Texts.in(Texts.ENGLISH))) {
            assertThat(texts.codes()).filteredOn(code -> code.matches("(iati|import)\\..*"))
                    .containsExactlyElementsOf(codes);
        }
    }

    @Test
    void a_sentence_uses_only_what_it_is_given() {
        for (Texts texts : List.of(Texts.in(Texts.VIETNAMESE), Texts.in(Texts.ENGLISH))) {
            BREACHES.forEach(code -> assertThat(Set.of("detail", "line")).containsAll(texts.argumentsOf(code)));
            OWN_REFUSALS.forEach((code, arguments) -> assertThat(arguments).containsAll(texts.argumentsOf(code)));
            for (IatiRefusal.Reason reason : IatiRefusal.Reason.values()) {
                boolean limit = reason == IatiRefusal.Reason.LIMIT_EXCEEDED;
                assertThat(limit ? Set.of("what", "max") : Set.of("what"))
                        .containsAll(texts.argumentsOf(reason.code()));
                boolean takesWords = new IatiRefusal("f", 1, 1, reason, List.of("THE WORDS", "1")).message()
                        .contains("THE WORDS");
                assertThat(texts.argumentsOf(reason.code()).contains("what")).as(reason.code()).isEqualTo(takesWords);
            }
        }
    }

    @Test
    void what_the_reader_says_in_english_and_the_bundle_say_the_same() {
        for (IatiRefusal.Reason reason : IatiRefusal.Reason.values()) {
            var refusal = new IatiRefusal("f.xml", 1, 2, reason, List.of("abc", "9"));
            assertThat(ImportRefusal.of(refusal).advice(Texts.ENGLISH)).isEqualTo(refusal.advice());
        }
    }
}
