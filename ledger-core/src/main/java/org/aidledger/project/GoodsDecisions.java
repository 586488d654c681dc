package org.aidledger.project;

import java.math.BigDecimal;
import java.util.function.Function;
import org.aidledger.event.Decision;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.GoodsRefusal.LotUnknown;
import org.aidledger.project.GoodsRefusal.NotValued;
import org.aidledger.project.ProjectCommand.DistributeGoods;
import org.aidledger.project.ProjectCommand.SellGoods;
import org.aidledger.project.ProjectCommand.ValueGoods;
import org.aidledger.project.ProjectCommand.WriteOffGoods;
import org.aidledger.project.ProjectEvent.Movement;

/** Commands about goods, to which the ledger itself adds what they are worth in the books. */
final class GoodsDecisions {

    private GoodsDecisions() {
    }

    static Decision<ProjectEvent> value(ProjectState state, ValueGoods c, ProjectContext context) {
        Stock.Holding lot = state.stock().holding(c.receipt(), c.item());
        if (lot.received().signum() == 0) {
            return Verdict.refused(new LotUnknown(c.receipt(), c.item()));
        }
        var worth = new Money(lot.received().multiply(c.unitValue()), c.currency());
        return ProjectDecisions.move(state, context, new GoodsValued(c.project(), c.receipt(), c.item(), c.unitValue(),
                worth, c.method(), c.document(), null, c.effectiveDate()));
    }

    static Decision<ProjectEvent> distribute(ProjectState state, DistributeGoods c, ProjectContext context) {
        return out(state, context, c.receipt(), c.item(), c.quantity(), worth -> new GoodsDistributed(c.project(),
                c.receipt(), c.item(), c.quantity(), worth, c.to(), c.voucher(), null, c.effectiveDate()));
    }

    static Decision<ProjectEvent> writeOff(ProjectState state, WriteOffGoods c, ProjectContext context) {
        return out(state, context, c.receipt(), c.item(), c.quantity(), worth -> new GoodsLost(c.project(),
                c.receipt(), c.item(), c.quantity(), worth, c.reason(), c.document(), null, c.effectiveDate()));
    }

    static Decision<ProjectEvent> sell(ProjectState state, SellGoods c, ProjectContext context) {
        return out(state, context, c.receipt(), c.item(), c.quantity(),
                worth -> new GoodsSold(c.project(), c.receipt(), c.item(), c.quantity(), worth, c.proceeds(),
                        c.moneyAccount(), c.to(), c.voucher(), null, c.effectiveDate()));
    }

    private static Decision<ProjectEvent> out(ProjectState state, ProjectContext context, long receipt, String item,
            BigDecimal quantity, Function<Money, Movement> event) {
        Stock.Holding lot = state.stock().holding(receipt, item);
        Money unitValue = lot.unitValue();
        if (lot.received().signum() == 0) {
            return Verdict.refused(new LotUnknown(receipt, item));
        }
        if (unitValue == null) {
            return Verdict.refused(new NotValued(receipt, item));
        }
        return ProjectDecisions.move(state, context,
                event.apply(new Money(unitValue.amount().multiply(quantity), unitValue.currency())));
    }
}
