package org.aidledger.rate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.rate.RateCommand.RecordRates;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.rate.RateRefusal.GivenTwice;
import org.aidledger.rate.RateRefusal.NoRates;
import org.aidledger.rate.RateRefusal.NotPositive;
import org.aidledger.rate.RateRefusal.OtherBase;
import org.aidledger.rate.RateRefusal.PeriodOverlaps;
import org.aidledger.rate.RateRefusal.PeriodReversed;

/** What becomes of a command: a pure function of the table's state, the command and today's date. */
public final class RateDecisions {

    private RateDecisions() {
    }

    /** Judges a command, decided here or reported. Broken rules come gravest first: the table, the period, the rates. */
    public static Decision<RateEvent> decide(RateState state, RateCommand command, LocalDate today) {
        return switch (command) {
            case RecordRates c -> record(state, new RatesRecorded(c.table(), c.base(), c.from(), c.to(), c.rates(),
                    c.document(), c.effectiveDate()), today);
        };
    }

    private static Decision<RateEvent> record(RateState state, RatesRecorded event, LocalDate today) {
        RatesRecorded before = state.overlapping(event);
        if (event.equals(before)) {
            return new Accepted<>(List.of());
        }
        var broken = new ArrayList<Refusal>(2);
        RatesRecorded any = state.any();
        if (any != null && !any.base().equals(event.base())) {
            broken.add(new OtherBase(any.base(), event.base()));
        }
        if (event.to().isBefore(event.from())) {
            broken.add(new PeriodReversed(event.from(), event.to()));
        } else if (before != null && !(before.from().equals(event.from()) && before.to().equals(event.to()))) {
            broken.add(new PeriodOverlaps(before.from(), before.to()));
        }
        if (event.rates().isEmpty()) {
            broken.add(new NoRates(event.table()));
        }
        var currencies = new HashSet<Currency>();
        for (Rate rate : event.rates()) {
            if (!currencies.add(rate.currency())) {
                broken.add(new GivenTwice(rate.currency()));
            }
            if (rate.units().signum() <= 0) {
                broken.add(new NotPositive(rate.currency()));
            }
        }
        if (event.effectiveDate().isAfter(today)) {
            broken.add(new DateInFuture(event.effectiveDate(), today));
        }
        return broken.isEmpty() ? new Accepted<>(List.of(event)) : new Refused<>(broken);
    }
}
