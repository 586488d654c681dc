package org.aidledger.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.Refusal;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.RuleExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ActorRulesTest {

    /** Judged by the gateway, for every other stream. */
    private static final String JUDGED_BY_THE_GATEWAY = "segregation.administers";

    @TestFactory
    Stream<DynamicTest> every_rule_broken_and_kept() {
        return ActorRules.examples().stream().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        assertThat(ActorRules.examples()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(RefusalTexts.of(ActorRefusal.class).stream().map(Refusal::code)
                        .filter(code -> !code.equals(JUDGED_BY_THE_GATEWAY)).toList());
    }
}
