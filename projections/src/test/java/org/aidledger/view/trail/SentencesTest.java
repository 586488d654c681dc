package org.aidledger.view.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.SampleEvents;
import org.aidledger.event.Entry;
import org.aidledger.text.Texts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SentencesTest {

    @TestFactory
    Stream<DynamicTest> every_event_of_the_catalogue_is_a_sentence_in_both_languages() {
        return SampleEvents.leaves().entrySet().stream()
                // The sample's rule is made up and has no sentence; those of all rules are tested where the rules are.
                .filter(sample -> !sample.getKey().equals("aid.RuleBreachNoted"))
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Entry entry = Catalogue.ledger().decode(sample.getValue());
                    String vietnamese = say(entry, Texts.VIETNAMESE);
                    String english = say(entry, Locale.ENGLISH);
                    assertThat(List.of(vietnamese, english)).allSatisfy(
                            sentence -> assertThat(sentence).doesNotContain("trail.", "{", "}")
                                    .isNotEqualTo(entry.type()));
                    assertThat(english).isNotEqualTo(vietnamese);
                }));
    }

    @Test
    void amounts_goods_and_rates_are_written_as_the_language_writes_them() {
        Entry exchanged = sample("aid.FundsExchanged");
        assertThat(say(exchanged, Locale.ENGLISH))
                .isEqualTo("1,000 USD of account bidv-usd exchanged for 25,450,000 VND"
                        + " to account bidv-vnd, at 25,450 (BIDV).");
        assertThat(say(exchanged, Texts.VIETNAMESE)).contains("1.000 USD", "25.450.000 VND");
        Entry received = sample("aid.GoodsReceived");
        assertThat(say(received, Locale.ENGLISH)).contains("20 cái Máy lọc nước", "declared value 8,000 USD");
    }

    private static Entry sample(String type) {
        return Catalogue.ledger().decode(Objects.requireNonNull(SampleEvents.leaves().get(type)));
    }

    private static String say(Entry entry, Locale language) {
        return Sentences.in(language).say(new TrailLine(entry, List.of(), 7L));
    }
}
