package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
}
