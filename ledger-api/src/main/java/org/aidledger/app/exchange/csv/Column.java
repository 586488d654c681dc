package org.aidledger.app.exchange.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of a table, in any order; the heading names them. */
enum Column {
    /** Id or code. */
    PROJECT(true),
    /** receipt, disbursement or expenditure. */
    KIND(true),
    /** When it was true, as 2025-06-30. */
    DATE(true),
    /** Digits with a full stop before the decimals. */
    AMOUNT(true),
    /** By ISO 4217. */
    CURRENCY(true),
    /** The project's money account that it moves through. */
    ACCOUNT(false),
    /** Name of whom the money came from or went to. */
    PARTY(false),
    /** Identifier of the same. */
    PARTY_REF(false),
    /** Of a disbursement: advance or payment; payment where nothing is said. */
    PURPOSE(false),
    /** Of an expenditure: account, advance or donor; account where nothing is said. */
    PAID_FROM(false),
    /** Of an expenditure. */
    CATEGORY(false),
    /** Number or title of the supporting document. */
    VOUCHER(false);

    private final boolean needed;

    Column(boolean needed) {
        this.needed = needed;
    }

    boolean isNeeded() {
        return needed;
    }

    /** As the heading names it: {@code party_ref}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String keys() {
        return Arrays.stream(values()).map(Column::key).collect(Collectors.joining(", "));
    }
}
