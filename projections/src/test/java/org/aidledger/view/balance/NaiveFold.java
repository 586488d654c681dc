package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.event.Entry;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;

/** Adds up everything from the beginning, without a database. */
final class NaiveFold {

    private NaiveFold() {
    }

    /** Balances of accounts by project, or under the empty name for all projects together. */
    static Map<String, Map<Currency, Map<Account, BigDecimal>>> balances(List<Entry> entries, AsOf asOf,
            boolean together) {
        Map<String, Map<Currency, Map<Account, BigDecimal>>> balances = new TreeMap<>();
        for (Entry entry : entries) {
            for (Posting posting : Postings.of(entry)) {
                if (counts(posting, asOf)) {
                    balances.computeIfAbsent(together ? "" : posting.project(), project -> new TreeMap<>())
                            .computeIfAbsent(posting.currency(), currency -> new EnumMap<>(Account.class))
                            .merge(posting.account(), posting.amount(), BigDecimal::add);
                }
            }
        }
        return balances;
    }

    private static boolean counts(Posting posting, AsOf asOf) {
        return (asOf.known() == null || posting.index() < asOf.known())
                && (asOf.effective() == null || !posting.effectiveDate().isAfter(asOf.effective()))
                && (asOf.booked() == null || !posting.bookingPeriod().isAfter(asOf.booked()));
    }
}
