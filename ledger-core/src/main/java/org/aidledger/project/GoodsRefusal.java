package org.aidledger.project;

import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;

/** The rules of aid in kind; one record a rule. */
public sealed interface GoodsRefusal extends Refusal {

    /** A receipt of goods lists goods. */
    record NothingReceived(ProjectId project) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.nothing-received";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** An item stands in a receipt once. */
    record ItemTwice(String item) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.item-twice";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("item", item);
        }
    }

    /** Goods are told by the receipt they came with. Refused in both ways. */
    record LotUnknown(long receipt, String item) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("receipt", Long.toString(receipt), "item", item);
        }
    }

    /** Goods are valued once; another value is a correction. */
    record AlreadyValued(long receipt, String item) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.already-valued";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("receipt", Long.toString(receipt), "item", item);
        }
    }

    /** Goods leave after they are valued. Refused in both ways: their book value is not known. */
    record NotValued(long receipt, String item) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.not-valued";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("receipt", Long.toString(receipt), "item", item);
        }
    }

    /** A value is the quantity times the value of one unit. */
    record WrongValue(Money stated, Money worth) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.wrong-value";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stated", stated.toString(), "worth", worth.toString());
        }
    }

    /** A quantity is above zero. */
    record QuantityNotPositive(String item, String quantity) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.quantity-not-positive";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("item", item, "quantity", quantity);
        }
    }

    /** No more goods leave than are there. */
    record ExceedsStock(String item, String asked, String left) implements GoodsRefusal {
        @Override
        public String code() {
            return "goods.exceeds-stock";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("item", item, "asked", asked, "left", left);
        }
    }

    /** An entry of goods is corrected after those that rest on it. Refused in both ways. */
    record OthersRestOnIt(ProjectId project, long entry) implements GoodsRefusal {
        @Override
        public String code() {
            return "correction.others-rest-on-it";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "entry", Long.toString(entry));
        }
    }
}
