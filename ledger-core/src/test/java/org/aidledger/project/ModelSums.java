package org.aidledger.project;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/** What movements add up to, by slots such as {@code cash bidv USD}; for comparison with the totals that are kept as they come. */
final class ModelSums {

    private final Map<String, BigDecimal> sums = new HashMap<>();

    private ModelSums() {
    }

    static Map<String, BigDecimal> of(Collection<? extends Movement> movements) {
        ModelSums all = new ModelSums();
        movements.forEach(all::add);
        return all.sums;
    }

    /** By how much one movement in place of another changes the sums. */
    static Map<String, BigDecimal> change(@Nullable Movement out, @Nullable Movement in) {
        ModelSums change = new ModelSums();
        if (in != null) {
            change.add(in);
        }
        if (out != null) {
            of(List.of(out)).forEach((slot, amount) -> change.sums.merge(slot, amount.negate(), BigDecimal::add));
        }
        return change.sums;
    }

    static BigDecimal in(String currency, List<Money> moneys) {
        return moneys.stream().filter(money -> money.currency().code().equals(currency)).map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void put(String what, Money money, int by) {
        sums.merge(what + " " + money.currency(), money.amount().multiply(BigDecimal.valueOf(by)),
                BigDecimal::add);
    }

    private void cash(@Nullable String account, Money money, int by) {
        if (account != null) {
            put("cash " + account, money, by);
        }
    }

    /** Money that left the aid, or came back to it: the approval is used, unless it is counterpart money. */
    private void aid(Money money, @Nullable FundingSource source, @Nullable Consumption consumes, int by) {
        if (source != FundingSource.COUNTERPART) {
            put("disbursed", consumes == null ? money : consumes.money(), by);
            put("outflow", consumes == null ? money : consumes.money(), by);
        }
    }

    private void add(Movement movement) {
        Money money = movement.money();
        switch (movement) {
            case ProjectEvent.AidPledged m -> put("pledged " + m.direction(), money, 1);
            case MoneyEvent.PledgeReduced m -> put("pledged " + m.direction(), money, -1);
            case MoneyEvent.PledgeWithdrawn m -> put("pledged " + m.direction(), money, -1);
            case ProjectEvent.CommitmentSigned m -> put("committed " + m.direction(), money, 1);
            case MoneyEvent.CommitmentChanged m -> put("committed " + m.direction(), money, 1);
            case ProjectEvent.FundsReceived m -> {
                cash(m.moneyAccount(), money, 1);
                if (m.fundingSource() != FundingSource.COUNTERPART) {
                    put("received", money, 1);
                }
            }
            case FundsDisbursed m -> {
                cash(m.moneyAccount(), money, -1);
                aid(money, m.fundingSource(), m.consumes(), 1);
                if (m.purpose() == DisbursementPurpose.ADVANCE) {
                    put("advances", money, 1);
                }
            }
            case ProjectEvent.AdvanceReturned m -> {
                cash(m.moneyAccount(), money, 1);
                aid(money, m.fundingSource(), m.consumes(), -1);
                put("advances", money, -1);
            }
            case ExpenditureRecorded m -> spent(m, money);
            case ProjectEvent.FundsRefunded m -> cash(m.moneyAccount(), money, -1);
            case MoneyEvent.AdvanceCleared m -> {
                put("advances", money, -1);
                put("cleared " + m.advance(), money, 1);
                put("expenditure", money, 1);
            }
            case MoneyEvent.InterestEarned m -> cash(m.moneyAccount(), money, 1);
            case MoneyEvent.RecoveryReceived m -> cash(m.moneyAccount(), money, 1);
            case MoneyEvent.FundsExchanged m -> {
                cash(m.fromAccount(), money, -1);
                cash(m.toAccount(), m.bought(), 1);
            }
            case MoneyEvent.FundsTransferred m -> {
                cash(m.fromAccount(), money, -1);
                cash(m.toAccount(), money, 1);
            }
            case MoneyEvent.ServicesReceived m -> {
                put("received", money, 1);
                put("expenditure", money, 1);
            }
            case GoodsEvent.GoodsValued m -> put("received", money, 1);
            case GoodsEvent.GoodsDistributed m -> put("expenditure", money, 1);
            case GoodsEvent.GoodsSold m -> cash(m.moneyAccount(), m.proceeds(), 1);
            case MoneyEvent.ExchangeDifferenceRecognised m -> nothing();
            case GoodsEvent.GoodsReceived m -> nothing();
            case GoodsEvent.GoodsLost m -> nothing();
            case ProjectEvent.OtherFlowReported m -> nothing();
        }
    }

    private void spent(ExpenditureRecorded m, Money money) {
        put("expenditure", money, 1);
        switch (m.paidFrom()) {
            case ACCOUNT -> {
                cash(m.moneyAccount(), money, -1);
                aid(money, m.fundingSource(), m.consumes(), 1);
            }
            case ADVANCE -> put("advances", money, -1);
            case DONOR, OWN_FUNDS -> put("outflow", money, 1);
        }
    }

    private static void nothing() {
        // adds to nothing that a rule looks at
    }
}
