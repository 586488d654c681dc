package org.aidledger.project;

import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;

/** The rules of promises changed, advances cleared, and money exchanged and transferred; one record a rule. */
public sealed interface MoneyRefusal extends Refusal {

    /** A pledge is reduced by no more than is pledged. */
    record ExceedsPledged(Money asked, Money pledged) implements MoneyRefusal {
        @Override
        public String code() {
            return "pledge.exceeds-pledged";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "pledged", pledged.toString());
        }
    }

    /** A pledge that is withdrawn is withdrawn in whole; for a part it is reduced. */
    record PledgeLeft(Money asked, Money pledged) implements MoneyRefusal {
        @Override
        public String code() {
            return "pledge.not-all-withdrawn";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "pledged", pledged.toString());
        }
    }

    /** A change takes away no more than is committed. Judged only when decided here: files tell of changes in any order. */
    record CommitmentBelowZero(Money change, Money committed) implements MoneyRefusal {
        @Override
        public String code() {
            return "commitment.below-zero";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("change", change.toString(), "committed", committed.toString());
        }
    }

    /** A change or a difference is not zero. */
    record ChangeZero(Money money) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.zero";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString());
        }
    }

    /** What is cleared is an advance that stands, in its currency. */
    record AdvanceUnknown(long advance, Currency currency) implements MoneyRefusal {
        @Override
        public String code() {
            return "advance.unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("advance", Long.toString(advance), "currency", currency.code());
        }
    }

    /** No more of an advance is cleared than it was. */
    record ExceedsThisAdvance(Money asked, Money left, long advance) implements MoneyRefusal {
        @Override
        public String code() {
            return "advance.exceeds-it";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "left", left.toString(), "advance", Long.toString(advance));
        }
    }

    /** An exchange is of one currency for another. */
    record SameCurrency(Currency currency) implements MoneyRefusal {
        @Override
        public String code() {
            return "exchange.same-currency";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code());
        }
    }

    /** What is got for money is that money at the rate, to the last digit the currency has. */
    record WrongRate(Money given, Money bought, String rate) implements MoneyRefusal {
        @Override
        public String code() {
            return "exchange.wrong-rate";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("given", given.toString(), "bought", bought.toString(), "rate", rate);
        }
    }

    /** A transfer is from one account to another. */
    record SameAccount(String account) implements MoneyRefusal {
        @Override
        public String code() {
            return "transfer.same-account";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account);
        }
    }

    /** What a payment takes of an approval in another currency is the payment at the rate kept with it. */
    record WrongConsumption(Money paid, Money consumed, String rate) implements MoneyRefusal {
        @Override
        public String code() {
            return "funding.wrong-conversion";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("paid", paid.toString(), "consumed", consumed.toString(), "rate", rate);
        }
    }
}
