package org.aidledger.period;

import static org.aidledger.testing.Scenario.TODAY;

import java.time.YearMonth;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodCommand.ReopenPeriod;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.testing.Scenario;

/** The vocabulary of tests on accounting periods, about those of one made-up owner who begins with January 2026. */
public final class PeriodFacts {

    public static final PeriodId PERIODS = new PeriodId("PER-HG");
    public static final ReportingEntity ENTITY = new ReportingEntity("Sở Y tế");
    public static final YearMonth JANUARY = YearMonth.of(2026, 1);
    public static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    public static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final DocumentRef ORDER = DocumentRef.of("5/QĐ-STC");

    private PeriodFacts() {
    }

    public static Scenario<PeriodCommand, PeriodEvent> given(PeriodEvent... past) {
        return Scenario.of(AccountingPeriod.class, AccountingPeriods.COMMAND_NAME, past);
    }

    /** The tag by which the entity's periods are known. */
    public static Tag periods() {
        return PeriodTags.periods(ENTITY);
    }

    /** The tag of everything that is booked in the month. */
    public static Tag booked(YearMonth month) {
        return PeriodTags.booked(ENTITY, month);
    }

    /** The tag by which an actor is known to have posted into the month. */
    public static Tag posted(YearMonth month, String actor) {
        return PeriodTags.posted(ENTITY, month, new ActorId(actor));
    }

    /** The tag by which an actor is known to have closed the month. */
    public static Tag closedBy(YearMonth month, String actor) {
        return PeriodTags.closed(ENTITY, month, new ActorId(actor));
    }

    public static PeriodsOpened opened() {
        return new PeriodsOpened(PERIODS, ENTITY, JANUARY, TODAY);
    }

    public static PeriodClosed closed(YearMonth month) {
        return new PeriodClosed(PERIODS, month, sheet(1_000), TODAY);
    }

    public static PeriodReopened reopened(YearMonth month) {
        return new PeriodReopened(PERIODS, month, ORDER, TODAY);
    }

    public static SealedSheet sheet(long size) {
        return new SealedSheet(size, 4, "5e".repeat(32));
    }

    public static OpenPeriods open() {
        return new OpenPeriods(PERIODS, ENTITY, JANUARY, TODAY);
    }

    public static OpenPeriods open(ReportingEntity entity) {
        return new OpenPeriods(PERIODS, entity, JANUARY, TODAY);
    }

    public static ClosePeriod close(YearMonth month) {
        return close(month, 1_000);
    }

    public static ClosePeriod close(YearMonth month, long size) {
        return new ClosePeriod(PERIODS, month, sheet(size), TODAY);
    }

    public static ReopenPeriod reopen(YearMonth month) {
        return new ReopenPeriod(PERIODS, month, ORDER, TODAY);
    }
}
