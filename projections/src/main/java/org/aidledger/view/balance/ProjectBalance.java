package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;

/**
 * One project's figures.
 *
 * @param asOf the clocks they were computed at
 * @param keepsCash whether an aid account was open then; if not, cash is not recorded
 * @param currencies by currency code; empty when nothing moved
 * @param cash cash on hand by money account and currency, where it moved
 */
public record ProjectBalance(String project, AsOf.Answered asOf, boolean keepsCash, List<CurrencyFigures> currencies,
        List<Cash> cash) {

    public ProjectBalance {
        currencies = List.copyOf(currencies);
        cash = List.copyOf(cash);
    }

    /** What one money account holds in one currency. */
    public record Cash(String moneyAccount, Currency currency, BigDecimal amount) {
    }
}
