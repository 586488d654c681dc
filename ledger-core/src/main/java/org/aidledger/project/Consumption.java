package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aidledger.money.Money;

/**
 * What a payment takes of an approval in another currency, at a rate that is kept with it.
 *
 * @param money the amount taken, in the approval's currency
 * @param rate units of the payment's currency for one of the approval's
 * @param rateDate the day the rate is of
 * @param rateSource who published it, for example {@code Kho bạc Nhà nước}
 */
public record Consumption(Money money, BigDecimal rate, LocalDate rateDate, String rateSource) {

    /** @throws IllegalArgumentException when the rate is not above zero */
    public Consumption {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above zero");
        }
    }
}
