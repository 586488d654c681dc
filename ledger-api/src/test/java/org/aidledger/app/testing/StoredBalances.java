package org.aidledger.app.testing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.app.platform.Ledger;
import org.aidledger.view.AsOf;

/** What the view of balances answers, written as {@link LeafFold} writes what it sums up itself. */
public final class StoredBalances {

    private StoredBalances() {
    }

    public static Map<String, Map<String, String>> at(Ledger ledger, AsOf question) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        ledger.views().balances().ofEachProject(question, balance -> balance.currencies().forEach(currency -> {
            Map<String, BigDecimal> sums = new TreeMap<>();
            currency.figures().forEach((measure, amount) -> sums.put(measure.key(), amount));
            balance.cash().stream().filter(cash -> cash.currency().equals(currency.currency()))
                    .forEach(cash -> sums.put("cash at " + cash.moneyAccount(), cash.amount()));
            figures.put(balance.project() + " " + currency.currency(), LeafFold.written(sums));
        }));
        return figures;
    }
}
