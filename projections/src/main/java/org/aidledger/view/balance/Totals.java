package org.aidledger.view.balance;

import java.util.List;
import org.aidledger.view.AsOf;

/** The figures of all projects together, by currency; see {@link Measure} for what cannot be added up across projects. */
public record Totals(AsOf.Answered asOf, List<CurrencyFigures> currencies) {

    public Totals {
        currencies = List.copyOf(currencies);
    }
}
