package org.aidledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.Refusal;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.RuleExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PeriodRulesTest {

    /** Judged where money is posted: {@link org.aidledger.period.BookingTest}. */
    private static final String JUDGED_BY_PROJECTS = "segregation.closed-period";

    @TestFactory
    Stream<DynamicTest> every_rule_broken_and_kept() {
        return PeriodRules.examples().stream().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        assertThat(PeriodRules.examples()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(RefusalTexts.of(PeriodRefusal.class).stream().map(Refusal::code)
                        .filter(code -> !code.equals(JUDGED_BY_PROJECTS)).toList());
    }
}
