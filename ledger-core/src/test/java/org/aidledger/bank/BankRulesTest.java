package org.aidledger.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.Refusal;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.RuleExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BankRulesTest {

    /** Judged where cash is posted: {@link PostingOnStatementsTest}. */
    private static final String JUDGED_BY_PROJECTS = "segregation.reconciled-statement";

    @TestFactory
    Stream<DynamicTest> every_rule_broken_and_kept() {
        return BankRules.examples().stream().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        assertThat(BankRules.examples()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(RefusalTexts.of(BankRefusal.class).stream().map(Refusal::code)
                        .filter(code -> !code.equals(JUDGED_BY_PROJECTS)).toList());
    }
}
