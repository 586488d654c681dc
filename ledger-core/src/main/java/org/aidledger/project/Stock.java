package org.aidledger.project;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/** The goods a project has, lot by lot: what came of an item with one receipt. Mutable. */
final class Stock {

    /** @param receipt version of the entry that received them */
    record Lot(long receipt, String item) {
    }

    /**
     * One lot.
     *
     * @param received how many came
     * @param out how many left
     * @param unitValue null before it is valued
     */
    record Holding(BigDecimal received, BigDecimal out, @Nullable Money unitValue) {

        private static final Holding NONE = new Holding(BigDecimal.ZERO, BigDecimal.ZERO, null);

        BigDecimal left() {
            return received.subtract(out);
        }

        /** Nothing left that did not come, nothing left without a value, and no value is kept of what did not come. */
        boolean isSound() {
            return left().signum() >= 0 && (out.signum() == 0 || unitValue != null)
                    && (unitValue == null || received.signum() > 0);
        }
    }

    private final Map<Lot, Holding> lots = new HashMap<>();

    Stock copy() {
        var copy = new Stock();
        copy.lots.putAll(lots);
        return copy;
    }

    /** @param version of the entry first made */
    void post(long version, Movement movement) {
        change(version, movement, BigDecimal.ONE);
    }

    /** What stood is taken back. */
    void reverse(long version, Movement movement) {
        change(version, movement, BigDecimal.ONE.negate());
    }

    private void change(long version, Movement movement, BigDecimal sign) {
        switch (movement) {
            case GoodsReceived m -> m.lines().forEach(line -> {
                Holding before = holding(version, line.item());
                put(version, line.item(), new Holding(before.received.add(line.quantity().multiply(sign)), before.out,
                        before.unitValue));
            });
            case GoodsValued m -> {
                Holding before = holding(m.receipt(), m.item());
                put(m.receipt(), m.item(), new Holding(before.received, before.out,
                        sign.signum() < 0 ? null : new Money(m.unitValue(), m.money().currency())));
            }
            case GoodsDistributed m -> out(m.receipt(), m.item(), m.quantity().multiply(sign));
            case GoodsLost m -> out(m.receipt(), m.item(), m.quantity().multiply(sign));
            case GoodsSold m -> out(m.receipt(), m.item(), m.quantity().multiply(sign));
            case Movement m -> {
                // No goods.
            }
        }
    }

    private void out(long receipt, String item, BigDecimal quantity) {
        Holding before = holding(receipt, item);
        put(receipt, item, new Holding(before.received, before.out.add(quantity), before.unitValue));
    }

    private void put(long receipt, String item, Holding holding) {
        lots.put(new Lot(receipt, item), holding);
    }

    Holding holding(long receipt, String item) {
        return lots.getOrDefault(new Lot(receipt, item), Holding.NONE);
    }

    boolean isSound() {
        return lots.values().stream().allMatch(Holding::isSound);
    }

    /** Whether goods are still there. */
    boolean hasGoods() {
        return lots.values().stream().anyMatch(holding -> holding.left().signum() > 0);
    }
}
