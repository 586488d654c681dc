package org.aidledger.programme;

import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;

/** The rules of a programme's targets, one record a rule; they bind in both ways, since actuals are measured against them. */
public sealed interface TargetRefusal extends Refusal {

    /** A programme has a name. */
    record NameMissing(ProgrammeId programme) implements TargetRefusal {
        @Override
        public String code() {
            return "target.name-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("programme", programme.value());
        }
    }

    /** A programme ends in or after the year in which it begins, within the years a calendar has. */
    record YearsWrong(int first, int last) implements TargetRefusal {
        @Override
        public String code() {
            return "target.years-wrong";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("first", Integer.toString(first), "last", Integer.toString(last));
        }
    }

    /** Targets are for a year of the programme. */
    record YearOutside(int year, int first, int last) implements TargetRefusal {
        @Override
        public String code() {
            return "target.year-outside";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("year", Integer.toString(year), "first", Integer.toString(first), "last",
                    Integer.toString(last));
        }
    }

    /** Something is aimed at: a value of some sector, or a number of donors. */
    record NothingSet(int year) implements TargetRefusal {
        @Override
        public String code() {
            return "target.nothing-set";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("year", Integer.toString(year));
        }
    }

    /** A sector has one target in a year. */
    record GivenTwice(String vocabulary, String sector) implements TargetRefusal {
        @Override
        public String code() {
            return "target.given-twice";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("vocabulary", vocabulary, "sector", sector);
        }
    }

    /** What is aimed at is above zero. */
    record NotPositive(String what) implements TargetRefusal {
        @Override
        public String code() {
            return "target.not-positive";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("what", what);
        }
    }

    /** The targets of a programme are in one currency, so that they may be added up. */
    record OtherCurrency(Currency currency, Currency asked) implements TargetRefusal {
        @Override
        public String code() {
            return "target.other-currency";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code(), "asked", asked.code());
        }
    }
}
