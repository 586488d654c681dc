package org.aidledger.view.signal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.project.GoodsEvent.GoodsLost;

/** Goods were written off. */
record LostGoods() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        return history.standing(GoodsLost.class::isInstance).stream().flatMap(one -> one
                .movement() instanceof GoodsLost lost
                        ? Stream.of(new Found("signal.goods-lost",
                                Map.of("item", lost.item(), "quantity", lost.quantity().toPlainString(), "money",
                                        lost.money().toString(), "date", one.date().toString(), "reason",
                                        lost.reason()),
                                one.events().toList()))
                        : Stream.empty())
                .toList();
    }
}
