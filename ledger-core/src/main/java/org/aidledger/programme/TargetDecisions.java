package org.aidledger.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.programme.TargetCommand.DecideProgramme;
import org.aidledger.programme.TargetCommand.SetTargets;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.programme.TargetRefusal.GivenTwice;
import org.aidledger.programme.TargetRefusal.NameMissing;
import org.aidledger.programme.TargetRefusal.NotPositive;
import org.aidledger.programme.TargetRefusal.NothingSet;
import org.aidledger.programme.TargetRefusal.OtherCurrency;
import org.aidledger.programme.TargetRefusal.YearOutside;
import org.aidledger.programme.TargetRefusal.YearsWrong;

/** What becomes of a command: a pure function of the programme's state, the command and today's date. */
public final class TargetDecisions {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;

    private TargetDecisions() {
    }

    /** Judges a command, decided here or reported. Broken rules come gravest first: the programme, the years, the values. */
    public static Decision<TargetEvent> decide(TargetState state, TargetCommand command, LocalDate today) {
        return switch (command) {
            case DecideProgramme c -> decideOn(state, new ProgrammeDecided(c.programme(), c.nameVi(), c.nameEn(),
                    c.province(), c.firstYear(), c.lastYear(), c.decision(), c.effectiveDate()), today);
            case SetTargets c -> set(state, new TargetsSet(c.programme(), c.year(), c.donors(), c.sectors(),
                    c.decision(), c.effectiveDate()), today);
        };
    }

    private static Decision<TargetEvent> decideOn(TargetState state, ProgrammeDecided event, LocalDate today) {
        if (state.decided() != null) {
            return event.equals(state.decided()) ? new Accepted<>(List.of())
                    : new Refused<>(List.of(new RegisteredDifferently(event.programme().value())));
        }
        var broken = new ArrayList<Refusal>(2);
        if (event.nameVi().isBlank()) {
            broken.add(new NameMissing(event.programme()));
        }
        if (event.lastYear() < event.firstYear() || event.firstYear() < YEAR_MIN || event.lastYear() > YEAR_MAX) {
            broken.add(new YearsWrong(event.firstYear(), event.lastYear()));
        }
        return judged(event, today, broken);
    }

    private static Decision<TargetEvent> set(TargetState state, TargetsSet event, LocalDate today) {
        ProgrammeDecided programme = state.decided();
        if (programme == null) {
            return new Refused<>(List.of(new NotRegistered(event.programme().value())));
        }
        if (event.equals(state.of(event.year()))) {
            return new Accepted<>(List.of());
        }
        var broken = new ArrayList<Refusal>(2);
        if (event.year() < programme.firstYear() || event.year() > programme.lastYear()) {
            broken.add(new YearOutside(event.year(), programme.firstYear(), programme.lastYear()));
        }
        Long donors = event.donors();
        if (donors == null && event.sectors().isEmpty()) {
            broken.add(new NothingSet(event.year()));
        }
        if (donors != null && donors <= 0) {
            broken.add(new NotPositive("donors"));
        }
        values(state, event, broken);
        return judged(event, today, broken);
    }

    private static void values(TargetState state, TargetsSet event, List<Refusal> broken) {
        var sectors = new HashSet<List<String>>();
        Currency currency = state.currency();
        for (SectorTarget target : event.sectors()) {
            if (!sectors.add(List.of(target.vocabulary(), target.code()))) {
                broken.add(new GivenTwice(target.vocabulary(), target.code()));
            }
            if (target.value().amount().signum() <= 0) {
                broken.add(new NotPositive(target.code()));
            }
            if (currency != null && !currency.equals(target.value().currency())) {
                broken.add(new OtherCurrency(currency, target.value().currency()));
            }
            currency = currency == null ? target.value().currency() : currency;
        }
    }

    private static Decision<TargetEvent> judged(TargetEvent event, LocalDate today, List<Refusal> broken) {
        if (event.effectiveDate().isAfter(today)) {
            broken.add(new DateInFuture(event.effectiveDate(), today));
        }
        return broken.isEmpty() ? new Accepted<>(List.of(event)) : new Refused<>(broken);
    }
}
