package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.aidledger.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The measures in one currency, unrounded, in the order of {@link Measure}. A measure that is absent is not recorded, which is
 * not zero.
 */
public record CurrencyFigures(Currency currency, Map<Measure, BigDecimal> figures) {

    public CurrencyFigures {
        Map<Measure, BigDecimal> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(figures);
        figures = Collections.unmodifiableMap(ordered);
    }

    /** Null: not recorded. */
    public @Nullable BigDecimal figure(Measure measure) {
        return figures.get(measure);
    }
}
