package org.aidledger.app.headline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.app.headline.Headline.Compared;
import org.aidledger.app.headline.Headline.Sector;
import org.aidledger.view.AsOf;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.ConvertedLines;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Dimension;
import org.jspecify.annotations.Nullable;

/** Answers the headline of a national meeting in one question, as known at any number of events. */
public final class Headlines {

    /** How many sectors a headline names where it is not said. */
    public static final int LARGEST = 3;

    /** The most it names. */
    public static final int LARGEST_MAX = 100;

    private final ConvertedPortfolio portfolio;
    private final Donors donors;

    public Headlines(ConvertedPortfolio portfolio, Donors donors) {
        this.portfolio = portfolio;
        this.donors = donors;
    }

    /** Values of a period by sector; the empty code stands for no sector. */
    private record Values(ConvertedLines lines, Map<String, BigDecimal> sectors) {

        BigDecimal of(String sector) {
            return sectors.getOrDefault(sector, BigDecimal.ZERO);
        }

        BigDecimal total() {
            return sectors.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * @param from the first day of the period
     * @param to the last day; the same days a year earlier are what it is compared with
     * @param largest how many sectors, 1 to {@value #LARGEST_MAX}
     * @param known a number of events; null for all
     * @throws IllegalArgumentException when the period ends before it begins
     */
    public Headline of(LocalDate from, LocalDate to, Valuation valuation, int largest, @Nullable Long known) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it begins on " + from);
        }
        Values now = values(from, to, valuation, known);
        Long same = now.lines.asOf().known();
        Values before = values(from.minusYears(1), to.minusYears(1), valuation, same);
        Conversion policy = valuation.policy();
        List<Sector> sectors = now.sectors.entrySet().stream().filter(sector -> !sector.getKey().isEmpty())
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.clamp(largest, 1, LARGEST_MAX))
                .map(sector -> new Sector(sector.getKey(), compared(policy, sector.getValue(),
                        before.of(sector.getKey()))))
                .toList();
        return new Headline(now.lines.asOf(), from, to, valuation,
                Compared.of(active(from, to, same), active(from.minusYears(1), to.minusYears(1), same)),
                compared(policy, now.total(), before.total()), sectors, compared(policy, now.of(""), before.of("")),
                rates(before, now), unconverted(before, now));
    }

    /** Rounded once, here. */
    private static Compared compared(Conversion policy, BigDecimal now, BigDecimal before) {
        return Compared.of(policy.shown(now), policy.shown(before));
    }

    private BigDecimal active(LocalDate from, LocalDate to, Long known) {
        return BigDecimal.valueOf(donors.active(from, to, known, null, 1).count());
    }

    private Values values(LocalDate from, LocalDate to, Valuation valuation, @Nullable Long known) {
        ConvertedLines lines = portfolio.by(Dimension.SECTOR, valuation.vocabulary(), from, valuation.policy(),
                AsOf.of(to, known));
        Map<String, BigDecimal> sectors = new TreeMap<>();
        for (ConvertedLines.Group group : lines.groups()) {
            String code = group.value();
            sectors.merge(code == null ? "" : valuation.sector(code), group.figure(valuation.measure()),
                    BigDecimal::add);
        }
        return new Values(lines, sectors);
    }

    private static List<UsedRate> rates(Values before, Values now) {
        List<UsedRate> rates = new ArrayList<>(before.lines.rates());
        now.lines.rates().stream().filter(rate -> !rates.contains(rate)).forEach(rates::add);
        return rates;
    }

    private static List<Unconverted> unconverted(Values before, Values now) {
        List<Unconverted> left = new ArrayList<>(before.lines.unconverted());
        left.addAll(now.lines.unconverted());
        return left;
    }
}
