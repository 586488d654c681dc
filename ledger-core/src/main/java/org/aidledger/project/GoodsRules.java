package org.aidledger.project;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.GoodsRefusal.AlreadyValued;
import org.aidledger.project.GoodsRefusal.ExceedsStock;
import org.aidledger.project.GoodsRefusal.ItemTwice;
import org.aidledger.project.GoodsRefusal.LotUnknown;
import org.aidledger.project.GoodsRefusal.NotValued;
import org.aidledger.project.GoodsRefusal.NothingReceived;
import org.aidledger.project.GoodsRefusal.QuantityNotPositive;
import org.aidledger.project.GoodsRefusal.WrongValue;
import org.aidledger.project.ProjectEvent.Movement;

/** Goods come, are valued and leave, each lot for itself. */
final class GoodsRules {

    private GoodsRules() {
    }

    /** @param stock as it is before the movement */
    static void check(Stock stock, Movement movement, List<Refusal> broken) {
        switch (movement) {
            case GoodsReceived m -> received(m, broken);
            case GoodsValued m -> valued(stock, m, broken);
            case GoodsDistributed m -> out(stock, m.receipt(), m.item(), m.quantity(), m.money(), broken);
            case GoodsLost m -> out(stock, m.receipt(), m.item(), m.quantity(), m.money(), broken);
            case GoodsSold m -> out(stock, m.receipt(), m.item(), m.quantity(), m.money(), broken);
            case Movement m -> {
                // No goods.
            }
        }
    }

    private static void received(GoodsReceived receipt, List<Refusal> broken) {
        if (receipt.lines().isEmpty()) {
            broken.add(new NothingReceived(receipt.project()));
        }
        var items = new HashSet<String>();
        for (GoodsLine line : receipt.lines()) {
            if (!items.add(line.item())) {
                broken.add(new ItemTwice(line.item()));
            }
        }
    }

    private static void valued(Stock stock, GoodsValued m, List<Refusal> broken) {
        Stock.Holding lot = stock.holding(m.receipt(), m.item());
        if (lot.received().signum() == 0) {
            broken.add(new LotUnknown(m.receipt(), m.item()));
        } else if (lot.unitValue() != null) {
            broken.add(new AlreadyValued(m.receipt(), m.item()));
        } else {
            worth(m.money(), new Money(lot.received().multiply(m.unitValue()), m.money().currency()), broken);
        }
    }

    private static void out(Stock stock, long receipt, String item, BigDecimal quantity, Money stated,
            List<Refusal> broken) {
        Stock.Holding lot = stock.holding(receipt, item);
        Money unitValue = lot.unitValue();
        if (lot.received().signum() == 0) {
            broken.add(new LotUnknown(receipt, item));
        } else if (unitValue == null) {
            broken.add(new NotValued(receipt, item));
        } else if (quantity.signum() <= 0) {
            broken.add(new QuantityNotPositive(item, quantity.toPlainString()));
        } else {
            if (quantity.compareTo(lot.left()) > 0) {
                broken.add(new ExceedsStock(item, quantity.toPlainString(), lot.left().toPlainString()));
            }
            worth(stated, new Money(unitValue.amount().multiply(quantity), unitValue.currency()), broken);
        }
    }

    private static void worth(Money stated, Money worth, List<Refusal> broken) {
        if (!stated.isSameValueAs(worth)) {
            broken.add(new WrongValue(stated, worth));
        }
    }
}
