package org.aidledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotedBreach;
import org.aidledger.event.Refusal;
import org.junit.jupiter.api.DynamicTest;

/**
 * A rule with a command that breaks it and one that keeps it: run as tests, printed as documentation.
 *
 * @param code what a breach is called
 * @param rule the rule as a sentence
 */
public record RuleExample<C extends LedgerCommand, E extends LedgerEvent>(String code, String rule, Judged judged,
        Scenario<C, E> broken, C breaks, Scenario<C, E> kept, C keeps) {

    /** The tests of the rule: broken and kept, decided here and reported. */
    public Stream<DynamicTest> tests() {
        return switch (judged) {
            case IN_BOTH_WAYS -> Stream.of(decidedRefused(), reportedNoted(), decidedKept(), reportedKept());
            case WHEN_DECIDED -> Stream.of(decidedRefused(), reportedNotJudged(), decidedKept(), reportedKept());
            case ALWAYS -> Stream.of(decidedRefused(), reportedRefused(), decidedKept(), reportedKept());
            case HERE_ONLY -> Stream.of(decidedRefused(), decidedKept());
            case WHEN_REPORTED -> Stream.of(reportedRefused(), decidedKept());
            case NOTED -> Stream.of(decidedNoted(), decidedKept(), reportedKept());
        };
    }

    private DynamicTest decidedRefused() {
        return test("breaking it here is refused", () -> broken.when(breaks).refused(code));
    }

    private DynamicTest reportedRefused() {
        return test("breaking it in a report is refused", () -> broken.whenReported(breaks).refused(code));
    }

    private DynamicTest reportedNoted() {
        return test("breaking it in a report is noted beside the fact", () -> {
            Refusal refusal = broken.when(breaks).refusals().getFirst();
            List<E> events = broken.whenReported(breaks).events();
            assertThat(events).hasSize(2);
            E fact = events.getFirst();
            assertThat(fact).isNotInstanceOf(NotedBreach.class);
            var breach = (NotedBreach) events.getLast();
            assertThat(breach.rule()).isEqualTo(refusal.code());
            assertThat(breach.evidence()).isEqualTo(refusal.arguments());
            assertThat(breach.about()).isEqualTo(broken.past().size());
            assertThat(breach.effectiveDate()).isEqualTo(fact.effectiveDate());
        });
    }

    private DynamicTest decidedNoted() {
        return test("breaking it is noted beside the fact, here and in a report", () -> {
            List<E> events = broken.when(breaks).events();
            assertThat(events).hasSize(2).isEqualTo(broken.whenReported(breaks).events());
            assertThat(events.getFirst()).isNotInstanceOf(NotedBreach.class);
            assertThat(((NotedBreach) events.getLast()).rule()).isEqualTo(code);
        });
    }

    private DynamicTest reportedNotJudged() {
        return test("a report is not judged by it", () -> broken.whenReported(breaks).accepted());
    }

    private DynamicTest decidedKept() {
        return test("keeping it here is accepted", () -> kept.when(keeps).accepted());
    }

    private DynamicTest reportedKept() {
        // What keeps a rule against reports can only be decided here.
        return test("keeping it in a report is accepted", () -> kept.whenReported(keeps).accepted());
    }

    private DynamicTest test(String what, org.junit.jupiter.api.function.Executable body) {
        return dynamicTest(code + ": " + what, body);
    }

    /** What the reader is told when the rule is broken. */
    Told told() {
        if (judged == Judged.NOTED) {
            var breach = (NotedBreach) broken.when(breaks).events().getLast();
            return new Told(breach.rule(), breach.evidence());
        }
        Refusal refusal = refusal();
        return new Told(refusal.code(), refusal.arguments());
    }

    private Refusal refusal() {
        var answer =
                judged == Judged.WHEN_REPORTED ? broken.whenReported(breaks).answer() : broken.when(breaks).answer();
        return switch (answer) {
            case Refused<E>(var refusals) -> refusals.getFirst();
            case Accepted<E> accepted -> throw new AssertionError(code + " is not broken by " + breaks);
        };
    }

    /** A breach, as its sentence needs it. */
    record Told(String code, Map<String, String> arguments) {
    }

    /** The start of an example, to be completed by {@link Broken#keeps}. */
    public record Broken<C extends LedgerCommand, E extends LedgerEvent>(String code, String rule, Judged judged,
            Scenario<C, E> scenario, C breaks) {

        /** In the same circumstances this keeps the rule. */
        public RuleExample<C, E> keeps(C keeps) {
            return keeps(scenario, keeps);
        }

        public RuleExample<C, E> keeps(Scenario<C, E> kept, C keeps) {
            return new RuleExample<>(code, rule, judged, scenario, breaks, kept, keeps);
        }
    }
}
