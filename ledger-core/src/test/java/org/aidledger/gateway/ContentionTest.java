package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes with several writers each spend one project's money at the same time: never more than there is. */
class ContentionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Request LAN = Request.of("lan", Way.DECIDED, "rest");

    private final long seed = Long.getLong("seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource({"300, 1000, 4", "1000, 300, 4"})
    void what_is_spent_is_never_above_what_was_approved_nor_above_the_cash(int approved, int cash, int writers)
            throws Exception {
        spend(approved, cash, writers);
    }

    @ParameterizedTest
    @CsvSource({"5000, 9000, 16", "9000, 5000, 16"})
    @Tag("faults")
    void what_many_spend_is_never_above_what_was_approved_nor_above_the_cash(int approved, int cash, int writers)
            throws Exception {
        spend(approved, cash, writers);
    }

    private void spend(int approved, int cash, int writers) throws Exception {
        try (TestDatabase database = TestDatabase.createMigrated()) {
            try (LedgerGateway one = node(database); LedgerGateway two = node(database);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                finance(one, approved, cash);
                List<Future<Integer>> spending = new ArrayList<>();
                for (int w = 0; w < 2 * writers; w++) {
                    LedgerGateway node = w % 2 == 0 ? one : two;
                    Random random = new Random(seed + w);
                    spending.add(threads.submit(() -> spendAll(node, random)));
                }
                int acknowledged = 0;
                for (Future<Integer> spent : spending) {
                    acknowledged += spent.get();
                }
                List<BigDecimal> recorded = disbursed(one);
                BigDecimal sum = recorded.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(recorded).as("disbursements, seed %d", seed).hasSize(acknowledged);
                assertThat(sum).as("spent, seed %d", seed)
                        .isEqualByComparingTo(Integer.toString(Math.min(approved, cash)));
            }
        }
    }

    @Test
    void an_inspection_of_many_projects_opens_while_others_post_in_them() throws Exception {
        try (TestDatabase database = TestDatabase.createMigrated()) {
            try (LedgerGateway one = node(database); LedgerGateway two = node(database);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<ProjectId> scope = IntStream.range(0, 80).mapToObj(p -> new ProjectId("PRJ-" + p)).toList();
                scope.forEach(project -> assertThat(one.send(LedgerGatewayTest.register(project.value()), LAN))
                        .isInstanceOf(Outcome.Recorded.class));
                AtomicBoolean opened = new AtomicBoolean();
                List<Future<Integer>> posting = new ArrayList<>();
                for (int w = 0; w < 4; w++) {
                    Random random = new Random(seed + w);
                    posting.add(threads.submit(() -> pledgeUntil(opened, scope, random, two)));
                }
                Outcome inspection = one.send(new OpenInspection(new InspectionId("INS-1"), "Kiểm tra", scope,
                        List.of(new ActorId("hoa"), new ActorId("minh")), new FrozenCheckpoint(1, "00".repeat(32)),
                        DAY),
                        Request.of("chief", Way.DECIDED, "rest"));
                opened.set(true);
                int pledged = 0;
                for (Future<Integer> writer : posting) {
                    pledged += writer.get();
                }
                assertThat(inspection).as("seed %d", seed).isInstanceOf(Outcome.Recorded.class);
                assertThat(one.reader().size()).as("seed %d", seed).isEqualTo(scope.size() + pledged + 1);
            }
        }
    }

    private static int pledgeUntil(AtomicBoolean opened, List<ProjectId> scope, Random random, LedgerGateway node) {
        int recorded = 0;
        while (!opened.get()) {
            ProjectId project = scope.get(random.nextInt(scope.size()));
            assertThat(
                    node.send(new PledgeAid(project, Direction.IN, Party.named("A donor"), Money.of("1", "USD"), null,
                            null, DAY), LAN))
                    .isInstanceOf(Outcome.Recorded.class);
            recorded++;
        }
        return recorded;
    }

    private static LedgerGateway node(TestDatabase database) {
        return new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
    }

    private static void finance(LedgerGateway node, int approved, int cash) {
        ProjectId project = new ProjectId("PRJ-1");
        for (LedgerCommand command : List.of(LedgerGatewayTest.register("PRJ-1"),
                new ApproveAid(project, DocumentRef.of("12/QĐ-UBND"), "UBND", null,
                        List.of(Money.of(Integer.toString(approved), "USD")), DAY),
                new OpenAidAccount(project, "acc", "BIDV", "123", DAY),
                new ReceiveFunds(project, null, Money.of(Integer.toString(cash), "USD"), "acc", null, null, DAY))) {
            assertThat(node.send(command, LAN)).isInstanceOf(Outcome.Recorded.class);
        }
    }

    /** Until not even 1 can be spent; what is contended is tried again. */
    private static int spendAll(LedgerGateway node, Random random) {
        int recorded = 0;
        for (int most = 40; most > 0;) {
            int amount = 1 + random.nextInt(most);
            Outcome outcome = node.send(new DisburseFunds(new ProjectId("PRJ-1"), DisbursementPurpose.ADVANCE, null,
                    Money.of(Integer.toString(amount), "USD"), "acc", null, null, DAY), LAN);
            switch (outcome) {
                case Outcome.Recorded done -> recorded++;
                case Outcome.Refused(var refusals) when refusals.getFirst() instanceof GatewayRefusal.Contended -> {
                    // others were faster
                }
                case Outcome.Refused refused -> most = amount - 1;
                default -> throw new AssertionError(outcome);
            }
        }
        return recorded;
    }

    private static List<BigDecimal> disbursed(LedgerGateway node) {
        return node.reader().leaves(0, Integer.MAX_VALUE).stream().map(node.catalogue()::decode)
                .filter(entry -> entry.payload() instanceof FundsDisbursed)
                .map(entry -> ((FundsDisbursed) entry.payload()).money().amount()).toList();
    }
}
