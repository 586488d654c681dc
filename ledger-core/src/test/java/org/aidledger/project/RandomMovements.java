package org.aidledger.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Movements of every kind, drawn at random: mostly such as could be, now and then not. */
final class RandomMovements {

    private final Random random;
    private final ProjectId id;

    RandomMovements(Random random, ProjectId id) {
        this.random = random;
        this.id = id;
    }

    Money money() {
        String currency = switch (random.nextInt(20)) {
            case 0 -> "QQQ";
            case 1, 2 -> "VND";
            case 3, 4, 5 -> "EUR";
            default -> "USD";
        };
        String amount = switch (random.nextInt(20)) {
            case 0 -> "0";
            case 1 -> "-5";
            case 2 -> "12.345";
            case 3, 4 -> "20.50";
            default -> Integer.toString(random.nextInt(1, 90));
        };
        return Money.of(amount, currency);
    }

    @Nullable
    String account() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> "nowhere";
            default -> knownAccount();
        };
    }

    String knownAccount() {
        return random.nextInt(3) == 0 ? "vcb" : "bidv";
    }

    private @Nullable FundingSource source() {
        return random.nextInt(6) == 0 ? FundingSource.COUNTERPART : null;
    }

    private Direction direction() {
        return random.nextInt(4) == 0 ? Direction.OUT : Direction.IN;
    }

    private @Nullable Party party() {
        return random.nextInt(6) == 0 ? null : ProjectFacts.SUPPLIER;
    }

    private @Nullable DocumentRef agreement() {
        return random.nextInt(8) == 0 ? null : DocumentRef.of("TT-1");
    }

    private @Nullable Consumption consumes(Money paid) {
        if (random.nextInt(6) != 0) {
            return null;
        }
        BigDecimal rate = new BigDecimal(random.nextInt(2, 30));
        BigDecimal amount = paid.amount().divide(rate, 2, RoundingMode.HALF_UP)
                .add(random.nextInt(5) == 0 ? BigDecimal.TEN : BigDecimal.ZERO);
        return new Consumption(new Money(amount, Money.of("1", "USD").currency()), rate, LocalDate.of(2024, 1, 1),
                "NHNN");
    }

    ProjectEvent.Movement next(ModelProject project, LocalDate date) {
        Money money = money();
        return switch (random.nextInt(22)) {
            case 0 -> new ProjectEvent.AidPledged(id, direction(), party(), money, null, null, date);
            case 1 -> new MoneyEvent.PledgeReduced(id, direction(), party(), money, null, null, date);
            case 2 -> {
                Direction direction = direction();
                BigDecimal pledged = project.sum("pledged " + direction + " USD");
                yield new MoneyEvent.PledgeWithdrawn(id, direction, party(),
                        random.nextInt(3) == 0 ? money : Money.of(pledged.toPlainString(), "USD"), null, null, date);
            }
            case 3 -> new ProjectEvent.CommitmentSigned(id, direction(), party(), Money.of(
                    Integer.toString(random.nextInt(50, 300)), money.currency().code()), agreement(), null, date);
            case 4 -> new MoneyEvent.CommitmentChanged(id, direction(), party(),
                    random.nextBoolean() ? money : money.negated(), agreement(), null, date);
            case 5, 6, 7 -> new ProjectEvent.FundsReceived(id, party(), money, account(), source(), null, null, date);
            case 8, 9, 10 -> disbursed(money, date);
            case 11 -> new ProjectEvent.AdvanceReturned(id, party(), money, knownAccount(), source(), consumes(money),
                    null, null, date);
            case 12, 13 -> spent(money, date);
            case 14 -> new ProjectEvent.FundsRefunded(id, ProjectFacts.DONOR, money, account(), null, null, date);
            case 15 -> new MoneyEvent.AdvanceCleared(id, advance(project), null, money, null, null, date);
            case 16 -> random.nextBoolean() ? new MoneyEvent.InterestEarned(id, money, account(), null, null, date)
                    : new MoneyEvent.RecoveryReceived(id, party(), money, account(), "INS-1/1", null, null, date);
            case 17 -> exchanged(money, date);
            case 18 -> random.nextBoolean()
                    ? new MoneyEvent.FundsTransferred(id, money, knownAccount(), knownAccount(), null, null, date)
                    : new MoneyEvent.ExchangeDifferenceRecognised(id, money, "month's rate", null, null, date);
            case 19 -> new MoneyEvent.ServicesReceived(id, party(), "training", BigDecimal.ONE, "day", money,
                    "market price", null, null, date);
            case 20 -> goods(project, money, date);
            default -> new ProjectEvent.OtherFlowReported(id, money,
                    new IatiFlow("6", null, null, null, null, null, null, null, Map.of()), date);
        };
    }

    private ProjectEvent.Movement disbursed(Money money, LocalDate date) {
        DisbursementPurpose purpose = random.nextBoolean() ? DisbursementPurpose.ADVANCE : DisbursementPurpose.PAYMENT;
        Long proposal = random.nextInt(25) == 0 ? (Long) 1L : null;
        return new ProjectEvent.FundsDisbursed(id, purpose, party(), money, account(), source(), consumes(money),
                proposal, null, null, date);
    }

    private ProjectEvent.Movement spent(Money money, LocalDate date) {
        PaidFrom from = PaidFrom.values()[random.nextInt(PaidFrom.values().length)];
        String account = from == PaidFrom.ACCOUNT || random.nextInt(9) == 0 ? account() : null;
        return new ProjectEvent.ExpenditureRecorded(id, from, null, party(), money, account, source(),
                from == PaidFrom.ACCOUNT ? consumes(money) : null, null, null, date);
    }

    private long advance(ModelProject project) {
        List<Long> advances = project.standing().entrySet().stream()
                .filter(one -> one.getValue() instanceof ProjectEvent.FundsDisbursed paid
                        && paid.purpose() == DisbursementPurpose.ADVANCE)
                .map(Map.Entry::getKey).toList();
        return advances.isEmpty() || random.nextInt(6) == 0 ? random.nextInt(9)
                : advances.get(random.nextInt(advances.size()));
    }

    private ProjectEvent.Movement exchanged(Money money, LocalDate date) {
        BigDecimal rate = new BigDecimal("0.9");
        String bought = random.nextInt(6) == 0 ? money.currency().code() : "EUR";
        BigDecimal amount = money.amount().multiply(rate).setScale(2, RoundingMode.HALF_UP)
                .add(random.nextInt(6) == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
        return new MoneyEvent.FundsExchanged(id, money, knownAccount(), Money.of(amount.toPlainString(), bought),
                knownAccount(), rate, "BIDV", null, null, date);
    }

    private ProjectEvent.Movement goods(ModelProject project, Money money, LocalDate date) {
        List<GoodsLine> lines = switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(line("máy bơm"), line("máy bơm"));
            default -> List.of(line("máy bơm"), line("ống nước"));
        };
        long receipt = random.nextInt(Math.max(1, project.history().size()));
        return switch (random.nextInt(6)) {
            case 0 -> new GoodsEvent.GoodsValued(id, receipt, "máy bơm", BigDecimal.TEN, money, "invoice", null, null,
                    date);
            case 1 -> new GoodsEvent.GoodsLost(id, receipt, "máy bơm", BigDecimal.ONE, money, "flood", null, null,
                    date);
            default -> new GoodsEvent.GoodsReceived(id, party(), lines, money, null, null, date);
        };
    }

    private GoodsLine line(String item) {
        return new GoodsLine(item, BigDecimal.valueOf(random.nextInt(1, 9)), "cái");
    }
}
