package org.aidledger.view.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio in one currency.
 *
 * @param rates those that were used, by period and currency
 * @param unconverted what could not be converted, in its own currency; it is in no group
 */
public record ConvertedLines(AsOf.Answered asOf, Conversion policy, List<Group> groups, List<UsedRate> rates,
        List<Unconverted> unconverted) {

    public ConvertedLines {
        groups = List.copyOf(groups);
        rates = List.copyOf(rates);
        unconverted = List.copyOf(unconverted);
    }

    /**
     * What has a value in common.
     *
     * @param value null for what belongs to none that is known
     * @param projects how many projects have money in it, converted or not
     * @param figures unrounded
     */
    public record Group(@Nullable String value, long projects, Map<Measure, BigDecimal> figures) {
        public Group {
            Map<Measure, BigDecimal> ordered = new EnumMap<>(Measure.class);
            ordered.putAll(figures);
            figures = Collections.unmodifiableMap(ordered);
        }

        public BigDecimal figure(Measure measure) {
            return figures.getOrDefault(measure, BigDecimal.ZERO);
        }
    }

    /**
     * A rate of the table.
     *
     * @param units of {@code currency} that one unit of the table's base costs
     * @param index the event that recorded it
     */
    public record UsedRate(String base, Currency currency, BigDecimal units, LocalDate from, LocalDate to,
            String source, long index) {
    }

    /** What came or went in a year in a currency without a rate. */
    public record Unconverted(int year, CurrencyFigures figures) {
    }

    /** All groups together, unrounded. */
    public BigDecimal total(Measure measure) {
        return groups.stream().map(group -> group.figure(measure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
