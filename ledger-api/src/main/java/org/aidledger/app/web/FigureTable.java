package org.aidledger.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Measures by currency.
 *
 * @param currencies one a column
 */
record FigureTable(List<String> currencies, List<Group> groups) {

    private static final Map<String, List<Measure>> GROUPS = Map.of(
            "promised", List.of(Measure.PLEDGED_IN, Measure.PLEDGED_OUT, Measure.COMMITTED_IN, Measure.COMMITTED_OUT,
                    Measure.APPROVED),
            "in", List.of(Measure.RECEIVED, Measure.RECEIVED_IN_KIND, Measure.PAID_BY_DONOR, Measure.UNRECEIVED,
                    Measure.COUNTERPART_RECEIVED, Measure.OTHER_INCOME),
            "out",
            List.of(Measure.DISBURSED, Measure.UNDISBURSED, Measure.TRANSFERRED_OUT, Measure.OUTSTANDING_ADVANCES,
                    Measure.EXPENDITURE, Measure.REFUNDED, Measure.EXCHANGE_DIFFERENCE),
            "cash", List.of(Measure.CASH_ON_HAND, Measure.AVAILABLE, Measure.GOODS_IN_STOCK));
    private static final List<String> ORDER = List.of("promised", "in", "out", "cash");

    /** Measures that belong together; {@code key} names them in the messages. */
    record Group(String key, List<Row> rows) {
    }

    /** One measure; {@code key} names it in the messages. */
    record Row(String key, List<Cell> cells) {
    }

    /**
     * One figure.
     *
     * @param amount null where it is not recorded
     * @param zero whether there is nothing to look into
     * @param href where its postings are, or null
     */
    record Cell(@Nullable String amount, boolean zero, @Nullable String href) {
    }

    /**
     * Every measure, zero or not.
     *
     * @param postings the address of a figure's postings
     */
    static FigureTable of(List<CurrencyFigures> figures, Shown shown, BiFunction<Measure, Currency, Address> postings) {
        List<Group> groups = new ArrayList<>();
        for (String group : ORDER) {
            groups.add(new Group(group, GROUPS.getOrDefault(group, List.of()).stream()
                    .map(measure -> new Row(measure.key(), figures.stream()
                            .map(one -> cell(one.figure(measure), shown, measure.hasPostings()
                                    ? postings.apply(measure, one.currency()) : null))
                            .toList()))
                    .toList()));
        }
        return new FigureTable(figures.stream().map(one -> one.currency().code()).toList(), groups);
    }

    static Cell cell(@Nullable BigDecimal amount, Shown shown, @Nullable Address postings) {
        if (amount == null) {
            return new Cell(null, false, null);
        }
        boolean zero = amount.signum() == 0;
        return new Cell(shown.amount(amount), zero, zero || postings == null ? null : postings.toString());
    }
}
