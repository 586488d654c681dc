package org.aidledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.GeneralRefusal;
import org.aidledger.event.Refusal;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.RuleExample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProjectRulesTest {

    @TestFactory
    Stream<DynamicTest> every_rule_broken_and_kept_decided_here_and_reported() {
        return ProjectRules.examples().stream().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        assertThat(ProjectRules.examples()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(RefusalTexts.of(ProjectRefusal.class).stream().map(Refusal::code).toList())
                .containsAll(RefusalTexts.of(GeneralRefusal.class).stream().map(Refusal::code).toList());
    }
}
