package org.aidledger.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.Refusal;
import org.aidledger.project.RandomCommands.Step;
import org.aidledger.rules.Deadline;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSet;
import org.aidledger.rules.RuleSets;
import org.aidledger.rules.Term;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.testing.Scenario;
import org.aidledger.testing.Shortest;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random lives of a project, valid and invalid commands mixed, each judged by the ledger and by a model written from
 * the reference: they refuse, record and note the same, and lead to the same stage and the same totals. A life on which they
 * differ is shown with its seed, shortened to what makes them differ.
 */
class ProjectModelTest {

    private static final int LIVES = Integer.getInteger("lives", 2_000);
    /** So many meet every stage and every rule. */
    private static final int ENOUGH = 1_000;
    private static final int COMMANDS = 70;
    private static final RuleSets SHIPPED = RuleFiles.shipped();
    private static final RuleSets STRICT =
            new RuleSets(SHIPPED.all().stream().map(ProjectModelTest::strict).toList(), List.of());

    /** The same, where everything is proposed first and every term is set. */
    private static RuleSet strict(RuleSet rules) {
        Map<Deadline, Term> terms = new HashMap<>(rules.terms());
        terms.put(Deadline.OPINION, new Term(10, Term.Unit.WORKING_DAYS, "1"));
        terms.put(Deadline.PERIODIC_REPORT, new Term(15, Term.Unit.DAYS, "1"));
        return new RuleSet(rules.id(), rules.legalBasis(), rules.from(), rules.to(), rules.authorities(), terms,
                rules.dossier(), true, true);
    }

    @Test
    void the_ledger_and_the_model_agree_on_every_command_of_every_life() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("ProjectModelTest seed " + seed);
        Map<String, Integer> codes = new TreeMap<>();
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (int life = 0; life < LIVES; life++) {
            live(seed + life, codes, stages);
        }
        if (LIVES >= ENOUGH) {
            // What is rare gets more lives: it must be met, not met soon.
            Set<String> rules = rules();
            Set<Stage> every = EnumSet.allOf(Stage.class);
            for (int life = LIVES; life < 10 * LIVES
                    && !(codes.keySet().containsAll(rules) && stages.containsAll(every)); life++) {
                live(seed + life, codes, stages);
            }
            assertThat(stages).as("stages reached, seed %d", seed).containsAll(every);
            assertThat(codes.keySet()).as("rules broken, seed %d", seed).containsAll(rules);
        }
    }

    /** Every rule of a project: each is broken somewhere in thousands of lives. */
    private static Set<String> rules() {
        return Stream.of(ProjectRefusal.class, StepRefusal.class, DutyRefusal.class, MoneyRefusal.class,
                GoodsRefusal.class).flatMap(family -> RefusalTexts.of(family).stream()).map(Refusal::code)
                .collect(Collectors.toSet());
    }

    private static void live(long seed, Map<String, Integer> codes, Set<Stage> stages) {
        Random random = new Random(seed);
        int reportedPercent = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 60;
            default -> 8;
        };
        RandomCommands commands = new RandomCommands(seed, ProjectFacts.PROJECT, random.nextInt(6) == 0 ? STRICT
                : SHIPPED, reportedPercent, Scenario.TODAY, 60);
        ModelComparison comparison = new ModelComparison();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Step step = commands.next(comparison.model());
            steps.add(step);
            String difference = comparison.apply(step);
            if (difference != null) {
                List<Step> shortest = Shortest.of(steps, some -> ModelComparison.of(some) != null);
                fail("-Dseed=%d: %s%nshortened from %d commands to%n%s%n%s", seed, difference, steps.size(),
                        shortest.stream().map(Step::toString).collect(Collectors.joining("\n")),
                        ModelComparison.of(shortest));
            }
            stages.add(comparison.stage());
        }
        comparison.codes().forEach((code, times) -> codes.merge(code, times, Integer::sum));
    }

    @Test
    void a_failing_sequence_is_shortened_to_what_makes_it_fail() {
        List<Integer> sequence = new Random(1).ints(200, 0, 50).boxed().collect(Collectors.toList());
        sequence.add(150, 77);
        sequence.add(10, 99);

        assertThat(Shortest.of(sequence, some -> some.contains(99) && some.contains(77)
                && some.indexOf(99) < some.indexOf(77))).containsExactly(99, 77);
        assertThat(Shortest.of(sequence, some -> some.size() >= 3)).hasSize(3);
    }
}
