package org.aidledger.project;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Totals by measure, currency and, for cash, money account; or the change that one fact makes to them. Mutable. */
final class Balances {

    /** @param part for {@link Measure#CASH} the money account, for {@link Measure#CLEARED} the entry that paid the advance */
    record Slot(Measure measure, @Nullable String part, Currency currency) {
    }

    /** In the order of the first posting, so that what is found in it is found in the same order everywhere. */
    private final Map<Slot, BigDecimal> amounts = new LinkedHashMap<>();

    void add(Measure measure, Money money) {
        add(new Slot(measure, null, money.currency()), money.amount());
    }

    void addCash(String moneyAccount, Money money) {
        add(new Slot(Measure.CASH, moneyAccount, money.currency()), money.amount());
    }

    void add(Slot slot, Money money) {
        add(slot, money.amount());
    }

    private void add(Slot slot, BigDecimal amount) {
        amounts.merge(slot, amount, BigDecimal::add);
    }

    Money total(Measure measure, Currency currency) {
        return total(new Slot(measure, null, currency));
    }

    Money cash(String moneyAccount, Currency currency) {
        return total(new Slot(Measure.CASH, moneyAccount, currency));
    }

    Money total(Slot slot) {
        return new Money(amounts.getOrDefault(slot, BigDecimal.ZERO), slot.currency());
    }

    void forEach(BiConsumer<Slot, Money> action) {
        amounts.forEach((slot, amount) -> action.accept(slot, new Money(amount, slot.currency())));
    }

    /** Whether nothing is left of a measure in any currency, and on any account. */
    boolean isZero(Measure measure) {
        return amounts.entrySet().stream()
                .noneMatch(entry -> entry.getKey().measure() == measure && entry.getValue().signum() != 0);
    }
}
