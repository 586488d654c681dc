package org.aidledger.view.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.view.signal.History.Standing;

/**
 * More went out than all agreements together commit, in and out, in one currency. Where something is committed, but in other
 * currencies only, there is nothing to compare with.
 */
record AboveCommitment() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        Map<Currency, Money> committed = new TreeMap<>();
        Map<Currency, List<Standing>> agreements = new TreeMap<>();
        for (Standing one : history
                .standing(m -> m instanceof CommitmentSigned || m instanceof CommitmentChanged)) {
            Money money = one.movement().money();
            committed.merge(money.currency(), money, Money::plus);
            agreements.computeIfAbsent(money.currency(), currency -> new ArrayList<>()).add(one);
        }
        Map<Currency, List<Standing>> out = new TreeMap<>();
        for (Standing one : history.standing(m -> Payment.outflow(m) != null)) {
            Money money = Payment.outflow(one.movement());
            if (money != null) {
                out.computeIfAbsent(money.currency(), currency -> new ArrayList<>()).add(one);
            }
        }
        committed.values().removeIf(money -> money.amount().signum() == 0);
        List<Found> found = new ArrayList<>();
        out.forEach((currency, payments) -> {
            Money limit = committed.get(currency);
            if (limit != null || committed.isEmpty()) {
                compare(limit == null ? Money.zero(currency) : limit, agreements.getOrDefault(currency, List.of()),
                        payments, found);
            }
        });
        return found;
    }

    private static void compare(Money limit, List<Standing> agreements, List<Standing> out, List<Found> found) {
        Money spent = Money.zero(limit.currency());
        List<Long> events = new ArrayList<>();
        for (Standing one : out) {
            Money money = Payment.outflow(one.movement());
            spent = money == null ? spent : spent.plus(money);
            if (spent.exceeds(limit)) {
                one.events().forEach(events::add);
            }
        }
        if (spent.isPositive() && spent.exceeds(limit)) {
            agreements.stream().flatMap(Standing::events).forEach(events::add);
            String text = limit.amount().signum() == 0 ? "signal.above-commitment.none" : "signal.above-commitment";
            found.add(new Found(text, Map.of("spent", spent.toString(), "committed",
                    limit.toString(), "above", spent.minus(limit).toString()), events));
        }
    }
}
