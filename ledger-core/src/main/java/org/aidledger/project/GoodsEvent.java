package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/**
 * Aid in kind. Goods are told apart by the receipt they came with, so that what leaves has the exact value it was given (the
 * method of specific identification, Vietnamese accounting standard 02), and nothing is ever rounded.
 */
public sealed interface GoodsEvent extends Movement {

    /**
     * Goods came in. They have no book value before they are valued, by somebody else.
     *
     * @param money the value the papers declare, kept and not posted
     */
    record GoodsReceived(ProjectId project, @Nullable Party from, List<GoodsLine> lines, Money money,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements GoodsEvent {
        public GoodsReceived {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Goods received were given a value.
     *
     * @param receipt version in this stream of their receipt
     * @param unitValue of one unit, in the currency of {@code money}
     * @param money their whole value: all that came of the item, times the unit value
     * @param method how the value was found, for example {@code invoice} or {@code market price}
     */
    record GoodsValued(ProjectId project, long receipt, String item, BigDecimal unitValue, Money money, String method,
            @Nullable DocumentRef document, @Nullable IatiFlow iati, LocalDate effectiveDate) implements GoodsEvent {
    }

    /** Goods went to those they are for. {@code money}: their book value; {@code receipt}: the version they came with. */
    record GoodsDistributed(ProjectId project, long receipt, String item, BigDecimal quantity, Money money,
            @Nullable Party to, @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate)
            implements GoodsEvent {
    }

    /**
     * Goods were lost, spoiled or stolen.
     *
     * @param money their book value
     * @param receipt version in this stream of their receipt
     * @param reason what happened to them
     */
    record GoodsLost(ProjectId project, long receipt, String item, BigDecimal quantity, Money money, String reason,
            @Nullable DocumentRef document, @Nullable IatiFlow iati, LocalDate effectiveDate) implements GoodsEvent {
    }

    /**
     * Goods were sold.
     *
     * @param money their book value
     * @param proceeds what was paid for them, which may be in another currency
     * @param receipt version in this stream of their receipt
     */
    record GoodsSold(ProjectId project, long receipt, String item, BigDecimal quantity, Money money, Money proceeds,
            @Nullable String moneyAccount, @Nullable Party to, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements GoodsEvent {
    }
}
