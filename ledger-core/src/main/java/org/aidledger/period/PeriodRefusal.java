package org.aidledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.aidledger.event.Refusal;

/** The rules of accounting periods, one record a rule; all are strict. */
public sealed interface PeriodRefusal extends Refusal {

    /** Periods are opened and closed in this ledger; a closing made elsewhere is a document. */
    record NotReportable(PeriodId period) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.not-reportable";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("period", period.value());
        }
    }

    /** A reporting entity has one stream of periods, so that one closing closes its books. */
    record EntityHasPeriods(ReportingEntity entity) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.entity-has-periods";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entity", entity.key());
        }
    }

    /** Who has posted into a month does not close it. */
    record PostedInPeriod(String actor, YearMonth month, PeriodId period) implements PeriodRefusal {
        @Override
        public String code() {
            return "segregation.posted-in-period";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "month", month.toString(), "period", period.value());
        }
    }

    /** Who has closed a month does not post into it, should it be reopened. */
    record ClosedPeriod(String actor, YearMonth month, ReportingEntity entity) implements PeriodRefusal {
        @Override
        public String code() {
            return "segregation.closed-period";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "month", month.toString(), "entity", entity.key());
        }
    }

    /** Months are closed one after the other, none left out. */
    record NotNext(YearMonth month, YearMonth next) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.not-next";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("month", month.toString(), "next", next.toString());
        }
    }

    /** A month is closed after its last day. */
    record NotOver(YearMonth month, LocalDate today) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.not-over";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("month", month.toString(), "today", today.toString());
        }
    }

    /** The sheet that is sealed counts everything that is booked. */
    record SheetOutdated(long size, long booked) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.sheet-outdated";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("size", Long.toString(size), "booked", Long.toString(booked));
        }
    }

    /** Only a closed month is reopened. */
    record NotClosed(YearMonth month, PeriodId period) implements PeriodRefusal {
        @Override
        public String code() {
            return "period.not-closed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("month", month.toString(), "period", period.value());
        }
    }
}
