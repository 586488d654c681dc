package org.aidledger.view.portfolio;

import java.util.List;
import org.aidledger.view.balance.CurrencyFigures;
import org.jspecify.annotations.Nullable;

/**
 * One line of the portfolio: the figures of what has the value in common.
 *
 * @param value the donor's name, the sector's code, ...; null for what belongs to none that is known
 * @param projects how many projects have money in it
 * @param currencies the figures, by currency; currencies are never added up
 */
public record Group(@Nullable String value, long projects, List<CurrencyFigures> currencies) {

    public Group {
        currencies = List.copyOf(currencies);
    }
}
