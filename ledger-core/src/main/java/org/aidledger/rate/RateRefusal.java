package org.aidledger.rate;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;

/** The rules of a rate table, one record a rule; they bind in both ways, since a conversion relies on them. */
public sealed interface RateRefusal extends Refusal {

    /** A recording has at least one rate. */
    record NoRates(RateTableId table) implements RateRefusal {
        @Override
        public String code() {
            return "rate.none-given";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("table", table.value());
        }
    }

    /** A rate is above zero. */
    record NotPositive(Currency currency) implements RateRefusal {
        @Override
        public String code() {
            return "rate.not-positive";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code());
        }
    }

    /** A currency has one rate in a period. */
    record GivenTwice(Currency currency) implements RateRefusal {
        @Override
        public String code() {
            return "rate.given-twice";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code());
        }
    }

    /** A period ends after it begins. */
    record PeriodReversed(LocalDate from, LocalDate to) implements RateRefusal {
        @Override
        public String code() {
            return "rate.period-reversed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** Periods of one table do not overlap; the rates of a period are replaced as a whole. */
    record PeriodOverlaps(LocalDate from, LocalDate to) implements RateRefusal {
        @Override
        public String code() {
            return "rate.period-overlaps";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** A table has one base currency. */
    record OtherBase(Currency base, Currency asked) implements RateRefusal {
        @Override
        public String code() {
            return "rate.other-base";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("base", base.code(), "asked", asked.code());
        }
    }
}
