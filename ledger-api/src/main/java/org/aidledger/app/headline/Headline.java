package org.aidledger.app.headline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a meeting, and the same of the year before.
 *
 * @param from the first day of the period
 * @param to the last day
 * @param donors foreign NGOs and other non-profit donors whose certificate was in force on at least one of the days
 * @param total of all sectors and of what belongs to none
 * @param largest the sectors of the largest values
 * @param unattributed part of the total that belongs to no sector that is known
 * @param rates those that were used, for both years
 * @param unconverted what is in no figure because the table has no rate for it, of both years
 */
public record Headline(AsOf.Answered asOf, LocalDate from, LocalDate to, Valuation valuation, Compared donors,
        Compared total, List<Sector> largest, Compared unattributed, List<UsedRate> rates,
        List<Unconverted> unconverted) {

    public Headline {
        largest = List.copyOf(largest);
        rates = List.copyOf(rates);
        unconverted = List.copyOf(unconverted);
    }

    /** A sector and its value. */
    public record Sector(String code, Compared value) {
    }

    /**
     * A figure beside that of the year before.
     *
     * @param changePercent with one digit, half up; null where there was nothing the year before
     */
    public record Compared(BigDecimal now, BigDecimal before, BigDecimal change, @Nullable BigDecimal changePercent) {

        static Compared of(BigDecimal now, BigDecimal before) {
            BigDecimal change = now.subtract(before);
            return new Compared(now, before, change, Shares.percent(change, before));
        }
    }
}
