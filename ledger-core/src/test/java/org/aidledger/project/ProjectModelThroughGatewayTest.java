package org.aidledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.aidledger.event.Entry;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.project.RandomCommands.Step;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.aidledger.testing.TestDatabase;
import org.aidledger.time.VietNam;
import org.junit.jupiter.api.Test;

/** The same lives through the gateway and PostgreSQL: the log holds what the model says, and nothing of what it refuses. */
class ProjectModelThroughGatewayTest {

    private static final int LIVES = 12;
    private static final int COMMANDS = 60;
    private static final RuleSets RULES = RuleFiles.shipped();

    @Test
    void what_the_gateway_answers_and_the_log_holds_is_what_the_model_says() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("ProjectModelThroughGatewayTest seed " + seed);
        LocalDate today = VietNam.dateOf(Clock.systemUTC().instant());
        try (TestDatabase database = TestDatabase.createMigrated()) {
            try (LedgerGateway gateway =
                    new LedgerGateway(database.app(), database.app(), Clock.systemUTC(), RULES)) {
                for (int life = 0; life < LIVES; life++) {
                    live(gateway, seed + life, new ProjectId("PRJ-" + life), today);
                }
            }
        }
    }

    private static void live(LedgerGateway gateway, long seed, ProjectId id, LocalDate today) {
        RandomCommands commands = new RandomCommands(seed, id, RULES, seed % 2 == 0 ? 0 : 15, today, 0);
        ModelProject model = new ModelProject();
        List<Entry> known = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Step step = commands.next(model);
            if (step.command() instanceof ProjectCommand.MoveEntry) {
                continue; // concerns two streams, and is tested with both
            }
            ModelVerdict expected = ModelJudge.judge(model, step.command(), step.who());
            Outcome outcome = gateway.send(step.command(),
                    Request.of(step.who().actor().value(), step.who().way(), "test"));
            List<ProjectEvent> events = new ArrayList<>();
            ModelVerdict actual = switch (outcome) {
                case Outcome.Refused(var refusals) -> ModelComparison.refused(refusals);
                case Outcome.Unchanged unchanged -> new ModelVerdict.Unchanged();
                case Outcome.Recorded recorded -> {
                    LongStream.rangeClosed(recorded.firstIndex(), recorded.lastIndex()).forEach(index -> {
                        Entry entry = gateway.catalogue().decode(gateway.reader().leaf(index).orElseThrow());
                        known.add(entry);
                        events.add((ProjectEvent) entry.payload());
                    });
                    yield ModelComparison.recorded(expected, events);
                }
                case Outcome.WouldRecord dry -> throw new AssertionError("nothing was sent as a dry run");
            };
            assertThat(actual).as("seed %d, command %d: %s", seed, i, step).isEqualTo(expected);
            events.forEach(event -> model.tell(event, step.who().actor()));
        }
        assertThat(gateway.reader().lastVersionOf(id.value())).hasValue((long) known.size() - 1);
        assertThat(known).as("seed %d", seed).extracting(Entry::stream).containsOnly(id.value());
    }
}
