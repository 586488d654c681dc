package org.aidledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        return all().flatMap(RuleExample::tests);
    }

    @Test
    void every_rule_has_an_example() {
        var families = List.of(ProjectRefusal.class, StepRefusal.class, DutyRefusal.class, MoneyRefusal.class,
                GoodsRefusal.class, GeneralRefusal.class);
        assertThat(all()).extracting(RuleExample::code).doesNotHaveDuplicates()
                .containsAll(families.stream().flatMap(family -> RefusalTexts.of(family).stream()).map(Refusal::code)
                        .toList());
    }

    private static Stream<RuleExample<ProjectCommand, ProjectEvent>> all() {
        return Stream.of(ProjectRules.examples(), StepRules.examples(), FlowRules.examples()).flatMap(List::stream);
    }
}
