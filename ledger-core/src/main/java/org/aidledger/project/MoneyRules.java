package org.aidledger.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.MoneyRefusal.CommitmentBelowZero;
import org.aidledger.project.MoneyRefusal.PledgeLeft;
import org.aidledger.project.MoneyRefusal.SameAccount;
import org.aidledger.project.MoneyRefusal.SameCurrency;
import org.aidledger.project.MoneyRefusal.WrongConsumption;
import org.aidledger.project.MoneyRefusal.WrongRate;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/** How the parts of one movement of money agree with each other and with what is promised. */
final class MoneyRules {

    private MoneyRules() {
    }

    /** @param totals as they are before the movement */
    static void check(BiFunction<Measure, Currency, Money> totals, Movement movement, ProjectContext context,
            List<Refusal> broken) {
        switch (movement) {
            case PledgeWithdrawn m -> {
                Measure measure = m.direction() == Direction.IN ? Measure.PLEDGED_IN : Measure.PLEDGED_OUT;
                Money pledged = totals.apply(measure, m.money().currency());
                if (pledged.exceeds(m.money())) {
                    broken.add(new PledgeLeft(m.money(), pledged));
                }
            }
            case CommitmentChanged m -> {
                Measure measure = m.direction() == Direction.IN ? Measure.COMMITTED_IN : Measure.COMMITTED_OUT;
                Money committed = totals.apply(measure, m.money().currency());
                // A file tells of changes in any order.
                if (context.isDecided() && m.money().isNegative() && committed.plus(m.money()).isNegative()) {
                    broken.add(new CommitmentBelowZero(m.money(), committed));
                }
            }
            case FundsExchanged m -> {
                if (m.money().currency().equals(m.bought().currency())) {
                    broken.add(new SameCurrency(m.money().currency()));
                } else
                    if (!agrees(m.money().amount().multiply(m.rate()), m.bought(),
                            m.bought().currency(), BigDecimal.ONE)) {
                                broken.add(new WrongRate(m.money(), m.bought(), m.rate().toPlainString()));
                            }
            }
            case FundsTransferred m -> {
                if (m.fromAccount().equals(m.toAccount())) {
                    broken.add(new SameAccount(m.fromAccount()));
                }
            }
            case FundsDisbursed m -> consumption(m.money(), m.consumes(), broken);
            case ExpenditureRecorded m -> consumption(m.money(), m.consumes(), broken);
            case AdvanceReturned m -> consumption(m.money(), m.consumes(), broken);
            case Movement m -> {
                // One amount, and nothing it has to agree with.
            }
        }
    }

    private static void consumption(Money paid, @Nullable Consumption consumes, List<Refusal> broken) {
        if (consumes != null && !agrees(consumes.money().amount().multiply(consumes.rate()), paid,
                consumes.money().currency(), consumes.rate())) {
            broken.add(new WrongConsumption(paid, consumes.money(), consumes.rate().toPlainString()));
        }
    }

    /**
     * Equal but for what is lost in rounding to a currency's last digit.
     *
     * @param digitWorth what one unit of the rounded currency is worth in the currency of {@code stated}
     */
    private static boolean agrees(BigDecimal exact, Money stated, Currency rounded, BigDecimal digitWorth) {
        BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(Math.max(0, rounded.minorDigits()));
        return exact.subtract(stated.amount()).abs().compareTo(lastDigit.multiply(digitWorth)) < 0;
    }
}
