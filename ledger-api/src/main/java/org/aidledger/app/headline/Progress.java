package org.aidledger.app.headline;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * A programme's targets beside the actuals of the portfolio.
 *
 * @param years those that have targets
 */
public record Progress(Programme programme, List<Year> years) {

    public Progress {
        years = List.copyOf(years);
    }

    /**
     * A year of the programme.
     *
     * @param policy name of the policy by which actuals were brought into the currency of the targets; null without values
     * @param donors how many donors were active; null where nothing is aimed at, or the programme is a province's
     * @param total of all sectors that have a target; null without any
     * @param rates those that were used
     * @param unconverted what is in no actual because the table has no rate for it
     * @param index the event that set the targets
     */
    public record Year(int year, @Nullable String currency, @Nullable String policy, @Nullable Reached donors,
            @Nullable Reached total, List<SectorReached> sectors, List<UsedRate> rates, List<Unconverted> unconverted,
            String source, long index) {
        public Year {
            sectors = List.copyOf(sectors);
            rates = List.copyOf(rates);
            unconverted = List.copyOf(unconverted);
        }
    }

    /** A sector: its code and all codes that begin with it. */
    public record SectorReached(String vocabulary, String code, Reached value) {
    }

    /**
     * What was aimed at and what was reached.
     *
     * @param percent with one digit, half up
     */
    public record Reached(BigDecimal target, BigDecimal actual, @Nullable BigDecimal percent) {

        static Reached of(BigDecimal target, BigDecimal actual) {
            return new Reached(target, actual, Shares.percent(actual, target));
        }
    }
}
