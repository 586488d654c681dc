package org.aidledger.project;

import static org.aidledger.project.ProjectFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.aidledger.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/** Random histories: what the state says is what a naive recomputation from the events says, and its limits hold. */
class RandomProjectTest {

    private static final List<String> CURRENCIES = List.of("USD", "VND");
    private static final List<String> ACCOUNTS = List.of("bidv", "vcb");
    private static final int COMMANDS = 400;
    private static final RuleSets RULES = RuleFiles.shipped();

    @RepeatedTest(50)
    void the_totals_equal_a_recomputation_from_the_events() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Way way = random.nextBoolean() ? Way.DECIDED : Way.REPORTED;
        var context = new ProjectContext(way, new ActorId("lan"), Scenario.TODAY, false, RULES);
        var state = ProjectState.empty();
        var events = new ArrayList<ProjectEvent>(List.of(appraised()));
        events.forEach(state::evolve);
        int refused = 0;
        for (int i = 0; i < COMMANDS; i++) {
            ProjectCommand command = randomCommand(random, events);
            switch (ProjectDecisions.decide(state, command, context)) {
                case Accepted<ProjectEvent>(var more) -> {
                    more.forEach(state::evolve);
                    events.addAll(more);
                }
                case Refused<ProjectEvent> r -> refused++;
            }
        }
        assertThat(events).as("seed %d", seed).hasSizeGreaterThan(COMMANDS / 10);
        assertThat(refused).as("seed %d", seed).isPositive();
        assertThat(state.nextVersion()).isEqualTo(events.size());
        Map<String, BigDecimal> expected = recomputed(events);
        for (String currency : CURRENCIES) {
            for (Measure measure : List.of(Measure.APPROVED, Measure.RECEIVED, Measure.DISBURSED, Measure.ADVANCES,
                    Measure.EXPENDITURE, Measure.REFUNDED)) {
                same(state.total(measure, Currency.of(currency)), expected.get(measure + " " + currency), seed);
            }
            for (String account : ACCOUNTS) {
                same(state.cash(account, Currency.of(currency)), expected.get(account + " " + currency), seed);
            }
        }
        if (way == Way.DECIDED) {
            withinLimits(state, seed);
            assertThat(events).as("seed %d", seed).noneMatch(RuleBreachNoted.class::isInstance);
        }
    }

    private static void withinLimits(ProjectState state, long seed) {
        for (String code : CURRENCIES) {
            var currency = Currency.of(code);
            assertThat(state.total(Measure.DISBURSED, currency).exceeds(state.total(Measure.APPROVED, currency)))
                    .as("seed %d", seed).isFalse();
            assertThat(state.total(Measure.ADVANCES, currency).isNegative()).as("seed %d", seed).isFalse();
            for (String account : ACCOUNTS) {
                assertThat(state.cash(account, currency).isNegative()).as("seed %d", seed).isFalse();
            }
        }
    }

    private static void same(Money actual, @Nullable BigDecimal expected, long seed) {
        assertThat(actual.amount()).as("seed %d", seed)
                .isEqualByComparingTo(expected == null ? BigDecimal.ZERO : expected);
    }

    private static ProjectCommand randomCommand(Random random, List<ProjectEvent> events) {
        String currency = CURRENCIES.get(random.nextInt(2));
        String account = ACCOUNTS.get(random.nextInt(2));
        String amount = Integer.toString(random.nextInt(1, 100));
        PaidFrom from = PaidFrom.values()[random.nextInt(3)];
        return switch (random.nextInt(12)) {
            case 0 -> decision(events, Money.of("200", currency));
            case 1 -> openAccount(account, "BIDV");
            case 2, 3 -> receive(amount, currency, account);
            case 4 -> disburse(amount, currency, account);
            case 5 -> advance(amount, currency, account);
            case 6 -> returnAdvance(amount, currency, account);
            case 7, 8 -> spend(from, amount, currency, from == PaidFrom.ACCOUNT ? account : null);
            case 9 -> refund(amount, currency, account);
            case 10 -> correct(random.nextInt(events.size()), null);
            default -> correct(random.nextInt(events.size()), received(amount, currency, account));
        };
    }

    /** The approval, or its amendment to that much more. */
    private static ProjectCommand decision(List<ProjectEvent> events, Money more) {
        Map<String, BigDecimal> sums = recomputed(events);
        var approved = CURRENCIES.stream()
                .map(code -> new Money(sums.getOrDefault("APPROVED " + code, BigDecimal.ZERO), Currency.of(code)))
                .map(money -> money.currency().equals(more.currency()) ? money.plus(more) : money)
                .filter(Money::isPositive).toArray(Money[]::new);
        String number = "QĐ " + events.size();
        return events.stream().anyMatch(AidApproved.class::isInstance) ? amend(number, approved)
                : approve(number, approved);
    }

    /** Every entry at first hand, without the state's way of posting: the standing entries are summed one by one at the end. */
    private static Map<String, BigDecimal> recomputed(List<ProjectEvent> events) {
        var standing = new HashMap<Long, Movement>();
        var sums = new HashMap<String, BigDecimal>();
        for (int i = 0; i < events.size(); i++) {
            switch (events.get(i)) {
                case Movement movement -> standing.put((long) i, movement);
                case EntryCorrected c when c.reentered() == null -> standing.remove(c.corrected());
                case EntryCorrected c -> standing.put(c.corrected(), Objects.requireNonNull(c.reentered()));
                case AidApproved a -> a.approved().forEach(money -> add(sums, "APPROVED", money, 1));
                case ApprovalAmended a -> {
                    a.before().forEach(money -> add(sums, "APPROVED", money, -1));
                    a.approved().forEach(money -> add(sums, "APPROVED", money, 1));
                }
                case ProjectEvent other -> assertThat(other).isNotInstanceOf(Movement.class);
            }
        }
        standing.values().forEach(movement -> sum(movement, sums));
        return sums;
    }

    private static void sum(Movement movement, Map<String, BigDecimal> sums) {
        Money money = movement.money();
        switch (movement) {
            case FundsReceived m -> {
                add(sums, "RECEIVED", money, 1);
                add(sums, m.moneyAccount(), money, 1);
            }
            case FundsDisbursed m -> {
                add(sums, "DISBURSED", money, 1);
                add(sums, m.moneyAccount(), money, -1);
                add(sums, "ADVANCES", money, m.purpose() == DisbursementPurpose.ADVANCE ? 1 : 0);
            }
            case AdvanceReturned m -> {
                add(sums, "DISBURSED", money, -1);
                add(sums, m.moneyAccount(), money, 1);
                add(sums, "ADVANCES", money, -1);
            }
            case ExpenditureRecorded m -> {
                add(sums, "EXPENDITURE", money, 1);
                add(sums, "ADVANCES", money, m.paidFrom() == PaidFrom.ADVANCE ? -1 : 0);
                add(sums, "DISBURSED", money, m.paidFrom() == PaidFrom.ACCOUNT ? 1 : 0);
                add(sums, m.moneyAccount(), money, -1);
            }
            case FundsRefunded m -> {
                add(sums, "REFUNDED", money, 1);
                add(sums, m.moneyAccount(), money, -1);
            }
            case Movement other -> throw new AssertionError("no random command leads to " + other);
        }
    }

    private static void add(Map<String, BigDecimal> sums, @Nullable String name, Money money, int sign) {
        if (name != null) {
            sums.merge(name + " " + money.currency(), money.amount().multiply(BigDecimal.valueOf(sign)),
                    BigDecimal::add);
        }
    }
}
