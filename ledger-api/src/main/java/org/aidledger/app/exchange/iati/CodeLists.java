package org.aidledger.app.exchange.iati;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes that IATI 2.03 knows, for the short lists that a ledger's reader depends on. */
final class CodeLists {

    static final Set<String> TRANSACTION_TYPES = Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
            "13");
    static final Set<String> STATUSES = Set.of("1", "2", "3", "4", "5", "6");
    static final Set<String> ROLES = Set.of("1", "2", "3", "4");
    static final Set<String> DATE_TYPES = Set.of("1", "2", "3", "4");
    static final Set<String> DISBURSEMENT_CHANNELS = Set.of("1", "2", "3", "4");
    static final Set<String> TIED_STATUSES = Set.of("3", "4", "5");
    static final Set<String> FLOW_TYPES = Set.of("10", "20", "21", "22", "30", "35", "36", "37", "40", "50");
    static final Set<String> ORGANISATION_TYPES = Set.of("10", "11", "15", "21", "22", "23", "24", "30", "40", "60",
            "70", "71", "72", "73", "80", "90");
    /** ISO 4217 as the JDK has it, past currencies included; and XBT, which IATI lists and ISO does not. */
    static final Set<String> CURRENCIES = currencies();
    /** ISO 3166 as the JDK has it; and AN (dissolved in 2010) and XK (Kosovo), which IATI lists too. */
    static final Set<String> COUNTRIES = countries();

    private CodeLists() {
    }

    private static Set<String> currencies() {
        Set<String> codes = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
                .collect(Collectors.toCollection(HashSet::new));
        codes.add("XBT");
        return Set.copyOf(codes);
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.addAll(Set.of("AN", "XK"));
        return Set.copyOf(codes);
    }
}
