package org.aidledger.view.signal;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.view.signal.History.Standing;
import org.jspecify.annotations.Nullable;

/**
 * An advance of which something is still to be accounted for, long after it was paid. What is accounted for without naming an
 * advance counts for the oldest ones.
 */
record IdleAdvance() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        Map<Long, Money> cleared = new HashMap<>();
        Map<Currency, Money> unnamed = new HashMap<>();
        for (Standing one : history.standing()) {
            switch (one.movement()) {
                case AdvanceCleared m -> cleared.merge(m.advance(), m.money(),
                        (a, b) -> a.currency().equals(b.currency()) ? a.plus(b) : a);
                case AdvanceReturned m -> unnamed.merge(m.money().currency(), m.money(), Money::plus);
                case ExpenditureRecorded m when m.paidFrom() == PaidFrom.ADVANCE ->
                    unnamed.merge(m.money().currency(), m.money(), Money::plus);
                case Movement m -> {
                    // clears no advance
                }
            }
        }
        List<Found> found = new ArrayList<>();
        for (Standing one : history.standing(IdleAdvance::isAdvance)) {
            Money paid = one.movement().money();
            Money left = less(paid, cleared.get(one.entry().version()));
            Money pool = unnamed.getOrDefault(paid.currency(), Money.zero(paid.currency()));
            Money taken = !pool.isPositive() ? Money.zero(paid.currency()) : left.exceeds(pool) ? pool : left;
            unnamed.put(paid.currency(), pool.minus(taken));
            left = left.minus(taken);
            long days = ChronoUnit.DAYS.between(one.date(), history.day());
            if (left.isPositive() && days > thresholds.advanceDays()) {
                found.add(new Found("signal.idle-advance", Map.of("left", left.toString(), "paid", paid.toString(),
                        "date", one.date().toString(), "days", Long.toString(days)), one.events().toList()));
            }
        }
        return found;
    }

    private static boolean isAdvance(Movement movement) {
        return movement instanceof FundsDisbursed paid && paid.purpose() == DisbursementPurpose.ADVANCE
                && paid.money().isPositive();
    }

    private static Money less(Money paid, @Nullable Money cleared) {
        if (cleared == null || !cleared.currency().equals(paid.currency())) {
            return paid;
        }
        return cleared.exceeds(paid) ? Money.zero(paid.currency()) : paid.minus(cleared);
    }
}
