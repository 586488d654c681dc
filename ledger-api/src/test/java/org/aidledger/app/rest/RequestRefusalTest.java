package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.text.Texts;
import org.junit.jupiter.api.Test;

class RequestRefusalTest {

    @Test
    void every_refusal_of_a_request_has_a_sentence_in_both_languages() {
        RefusalTexts.assertSaidInBothLanguages(RequestRefusal.class);
    }

    @Test
    void no_sentence_is_left_of_a_refusal_that_is_gone() {
        var codes = RefusalTexts.of(RequestRefusal.class).stream().map(refusal -> refusal.code()).toList();
        assertThat(Texts.in(Locale.ENGLISH).codes())
                .filteredOn(code -> code.startsWith("request.") || code.startsWith("server."))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void every_fault_has_words_of_the_same_arguments_in_both_languages_and_no_words_are_left_over() {
        for (Locale language : List.of(Texts.ENGLISH, Texts.VIETNAMESE)) {
            Texts texts = Texts.in(language);
            assertThat(texts.codes()).filteredOn(code -> code.startsWith("fault."))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Fault.Kind.values()).map(Fault.Kind::code).toList());
            for (Fault.Kind kind : Fault.Kind.values()) {
                assertThat(texts.argumentsOf(kind.code())).as(kind.code())
                        .containsExactlyInAnyOrderElementsOf(kind.names());
            }
        }
    }
}
