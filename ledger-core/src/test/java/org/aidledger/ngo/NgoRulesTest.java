package org.aidledger.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.Refusal;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.RuleExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NgoRulesTest {

    @TestFactory
    Stream<DynamicTest> every_rule_broken_and_kept() {
        return NgoRules.examples().stream().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        assertThat(NgoRules.examples()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(RefusalTexts.of(NgoRefusal.class).stream().map(Refusal::code).toList());
    }
}
