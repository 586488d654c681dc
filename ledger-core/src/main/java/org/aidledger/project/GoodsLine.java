package org.aidledger.project;

import java.math.BigDecimal;

/**
 * Goods of one kind in a consignment.
 *
 * @param item what they are called in the consignment's papers; once in a receipt
 * @param quantity how many came, in {@code unit}
 * @param unit for example {@code cái}, {@code kg}
 */
public record GoodsLine(String item, BigDecimal quantity, String unit) {

    /** @throws IllegalArgumentException when the item or the unit is blank, or the quantity not above zero */
    public GoodsLine {
        if (item.isBlank() || unit.isBlank() || quantity.signum() <= 0) {
            throw new IllegalArgumentException("goods have a name, a unit and a quantity above zero");
        }
    }
}
