package org.aidledger.project;

import static org.aidledger.project.Measure.ADVANCES;
import static org.aidledger.project.Measure.CLEARED;
import static org.aidledger.project.Measure.COMMITTED_IN;
import static org.aidledger.project.Measure.COMMITTED_OUT;
import static org.aidledger.project.Measure.DISBURSED;
import static org.aidledger.project.Measure.EXPENDITURE;
import static org.aidledger.project.Measure.OUTFLOW;
import static org.aidledger.project.Measure.PLEDGED_IN;
import static org.aidledger.project.Measure.PLEDGED_OUT;
import static org.aidledger.project.Measure.RECEIVED;
import static org.aidledger.project.Measure.REFUNDED;

import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.MoneyEvent.ServicesReceived;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.jspecify.annotations.Nullable;

/** What a movement does to a project's totals; a reversal does the opposite. */
final class Effects {

    private Effects() {
    }

    static void reverse(Movement movement, Balances into) {
        var change = new Balances();
        post(movement, change);
        change.forEach((slot, money) -> into.add(slot, money.negated()));
    }

    static void post(Movement movement, Balances into) {
        Money money = movement.money();
        switch (movement) {
            case AidPledged m -> into.add(pledged(m.direction()), money);
            case CommitmentSigned m -> into.add(committed(m.direction()), money);
            case FundsReceived m -> {
                if (m.fundingSource() != FundingSource.COUNTERPART) {
                    into.add(RECEIVED, money);
                }
                cash(m.moneyAccount(), money, into);
            }
            case FundsDisbursed m -> {
                paidOut(m.moneyAccount(), money, m.fundingSource(), charged(money, m.consumes()), into);
                if (m.purpose() == DisbursementPurpose.ADVANCE) {
                    into.add(ADVANCES, money);
                }
            }
            case AdvanceReturned m -> {
                paidOut(m.moneyAccount(), money.negated(), m.fundingSource(), charged(money, m.consumes()).negated(),
                        into);
                into.add(ADVANCES, money.negated());
            }
            case ExpenditureRecorded m -> spend(m, into);
            case FundsRefunded m -> {
                into.add(REFUNDED, money);
                cash(m.moneyAccount(), money.negated(), into);
            }
            case OtherFlowReported m -> {
                // The ledger has no measure for it: the type is kept, nothing is posted.
            }
            case MoneyEvent m -> post(m, into);
            case GoodsEvent m -> post(m, into);
        }
    }

    private static void spend(ExpenditureRecorded m, Balances into) {
        into.add(EXPENDITURE, m.money());
        switch (m.paidFrom()) {
            case ACCOUNT ->
                paidOut(m.moneyAccount(), m.money(), m.fundingSource(), charged(m.money(), m.consumes()), into);
            case ADVANCE -> into.add(ADVANCES, m.money().negated());
            case DONOR, OWN_FUNDS -> into.add(OUTFLOW, m.money());
        }
    }

    private static void post(MoneyEvent movement, Balances into) {
        Money money = movement.money();
        switch (movement) {
            case PledgeReduced m -> into.add(pledged(m.direction()), money.negated());
            case PledgeWithdrawn m -> into.add(pledged(m.direction()), money.negated());
            case CommitmentChanged m -> into.add(committed(m.direction()), money);
            case AdvanceCleared m -> {
                into.add(EXPENDITURE, money);
                into.add(ADVANCES, money.negated());
                into.add(new Balances.Slot(CLEARED, Long.toString(m.advance()), money.currency()), money);
            }
            case InterestEarned m -> cash(m.moneyAccount(), money, into);
            case RecoveryReceived m -> cash(m.moneyAccount(), money, into);
            case FundsExchanged m -> {
                into.addCash(m.fromAccount(), money.negated());
                into.addCash(m.toAccount(), m.bought());
            }
            case FundsTransferred m -> {
                into.addCash(m.fromAccount(), money.negated());
                into.addCash(m.toAccount(), money);
            }
            case ExchangeDifferenceRecognised m -> {
                // No money moves, and no rule limits it.
            }
            case ServicesReceived m -> {
                into.add(RECEIVED, money);
                into.add(EXPENDITURE, money);
            }
        }
    }

    private static void post(GoodsEvent movement, Balances into) {
        switch (movement) {
            case GoodsReceived m -> {
                // How many there are is the stock's; what they are worth is said when they are valued.
            }
            case GoodsValued m -> into.add(RECEIVED, m.money());
            case GoodsDistributed m -> into.add(EXPENDITURE, m.money());
            case GoodsLost m -> {
                // Neither spent nor received: only the stock changes.
            }
            case GoodsSold m -> cash(m.moneyAccount(), m.proceeds(), into);
        }
    }

    private static Measure pledged(Direction direction) {
        return direction == Direction.IN ? PLEDGED_IN : PLEDGED_OUT;
    }

    private static Measure committed(Direction direction) {
        return direction == Direction.IN ? COMMITTED_IN : COMMITTED_OUT;
    }

    /** Counterpart money never consumes approved aid. */
    private static void paidOut(@Nullable String moneyAccount, Money money, @Nullable FundingSource source,
            Money charged, Balances into) {
        if (source != FundingSource.COUNTERPART) {
            into.add(DISBURSED, charged);
        }
        cash(moneyAccount, money.negated(), into);
        if (source != FundingSource.COUNTERPART) {
            into.add(OUTFLOW, charged);
        }
    }

    private static Money charged(Money money, @Nullable Consumption consumes) {
        return consumes == null ? money : consumes.money();
    }

    private static void cash(@Nullable String moneyAccount, Money change, Balances into) {
        if (moneyAccount != null) {
            into.addCash(moneyAccount, change);
        }
    }
}
