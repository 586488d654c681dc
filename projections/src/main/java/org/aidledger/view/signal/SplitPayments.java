package org.aidledger.view.signal;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;

/** Several payments to one payee within a few days, each below the threshold and together not. */
record SplitPayments() implements Detection {

    private record Group(String payee, Currency currency) {
    }

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        Map<Group, List<Payment>> groups = new LinkedHashMap<>();
        for (Payment payment : Payment.of(history)) {
            BigDecimal threshold = thresholds.amount(payment.money().currency());
            if (payment.to() != null && threshold != null && payment.money().isPositive()
                    && payment.money().amount().compareTo(threshold) < 0) {
                groups.computeIfAbsent(new Group(payment.to().key(), payment.money().currency()),
                        key -> new ArrayList<>()).add(payment);
            }
        }
        List<Found> found = new ArrayList<>();
        groups.forEach((group, payments) -> within(group, payments, thresholds, found));
        return found;
    }

    private static void within(Group group, List<Payment> payments, Thresholds thresholds, List<Found> found) {
        BigDecimal threshold = thresholds.amount(group.currency);
        for (int from = 0; from < payments.size();) {
            int to = from;
            Money sum = Money.zero(group.currency);
            while (to < payments.size() && ChronoUnit.DAYS.between(payments.get(from).standing().date(),
                    payments.get(to).standing().date()) < thresholds.splitDays()) {
                sum = sum.plus(payments.get(to++).money());
            }
            if (threshold != null && sum.amount().compareTo(threshold) >= 0) {
                List<Payment> together = payments.subList(from, to);
                found.add(new Found("signal.split-payments",
                        Map.of("payee", group.payee, "count", Integer.toString(together.size()), "sum", sum.toString(),
                                "threshold", new Money(threshold, group.currency).toString(), "from",
                                together.getFirst().standing().date().toString(), "to",
                                together.getLast().standing().date().toString()),
                        together.stream().flatMap(payment -> payment.standing().events()).toList()));
                from = to;
            } else {
                from++;
            }
        }
    }
}
