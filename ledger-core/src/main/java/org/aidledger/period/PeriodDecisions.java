package org.aidledger.period;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodCommand.ReopenPeriod;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.period.PeriodRefusal.EntityHasPeriods;
import org.aidledger.period.PeriodRefusal.NotClosed;
import org.aidledger.period.PeriodRefusal.NotNext;
import org.aidledger.period.PeriodRefusal.NotOver;
import org.aidledger.period.PeriodRefusal.NotReportable;
import org.aidledger.period.PeriodRefusal.PostedInPeriod;
import org.aidledger.period.PeriodRefusal.SheetOutdated;

/** What becomes of a command: a pure function of the periods' state, the command and its context. */
public final class PeriodDecisions {

    private PeriodDecisions() {
    }

    /** Judges a command. Broken rules come gravest first: who acts, the month, what was booked meanwhile, the date. */
    public static Decision<PeriodEvent> decide(PeriodState state, PeriodCommand command, PeriodContext context) {
        if (context.way() != Way.DECIDED) {
            return refused(new NotReportable(command.period()));
        }
        if (command instanceof OpenPeriods open) {
            return open(state, open, context);
        }
        PeriodsOpened opened = state.opened();
        YearMonth closedThrough = state.closedThrough();
        if (opened == null || closedThrough == null) {
            return refused(new NotRegistered(command.stream()));
        }
        var broken = new ArrayList<Refusal>(2);
        PeriodEvent event = switch (command) {
            case ClosePeriod c -> {
                close(c, closedThrough, context, broken);
                yield new PeriodClosed(c.period(), c.month(), c.sheet(), c.effectiveDate());
            }
            case ReopenPeriod c -> {
                if (c.month().isAfter(closedThrough) || c.month().isBefore(opened.first())) {
                    broken.add(new NotClosed(c.month(), c.period()));
                }
                yield new PeriodReopened(c.period(), c.month(), c.order(), c.effectiveDate());
            }
            case OpenPeriods c -> throw new IllegalStateException("opening is decided above");
        };
        return outcome(event, broken, context);
    }

    private static Decision<PeriodEvent> open(PeriodState state, OpenPeriods c, PeriodContext context) {
        var event = new PeriodsOpened(c.period(), c.entity(), c.first(), c.effectiveDate());
        if (event.equals(state.opened())) {
            return new Accepted<>(List.of());
        }
        if (state.opened() != null) {
            return refused(new RegisteredDifferently(c.stream()));
        }
        var broken = new ArrayList<Refusal>(2);
        if (context.entityHasPeriods()) {
            broken.add(new EntityHasPeriods(c.entity()));
        }
        return outcome(event, broken, context);
    }

    private static void close(ClosePeriod c, YearMonth closedThrough, PeriodContext context, List<Refusal> broken) {
        if (context.actorPosted()) {
            broken.add(new PostedInPeriod(context.actor().value(), c.month(), c.period()));
        }
        if (!c.month().equals(closedThrough.plusMonths(1))) {
            broken.add(new NotNext(c.month(), closedThrough.plusMonths(1)));
        }
        if (!context.today().isAfter(c.month().atEndOfMonth())) {
            broken.add(new NotOver(c.month(), context.today()));
        }
        if (context.lastBooked() >= c.sheet().size()) {
            broken.add(new SheetOutdated(c.sheet().size(), context.lastBooked()));
        }
    }

    private static Decision<PeriodEvent> outcome(PeriodEvent event, List<Refusal> broken, PeriodContext context) {
        if (event.effectiveDate().isAfter(context.today())) {
            broken.add(new DateInFuture(event.effectiveDate(), context.today()));
        }
        return broken.isEmpty() ? new Accepted<>(List.of(event)) : new Refused<>(broken);
    }

    private static Decision<PeriodEvent> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }
}
