package org.aidledger.app.headline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.app.headline.Progress.Reached;
import org.aidledger.app.headline.Progress.SectorReached;
import org.aidledger.money.Currency;
import org.aidledger.project.Place;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.ConvertedLines;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.programme.Programme;
import org.aidledger.view.programme.Programmes;
import org.jspecify.annotations.Nullable;

/** Puts the targets of programmes beside the actuals of the portfolio, both as known at the same number of events. */
public final class Targets {

    private final Programmes programmes;
    private final ConvertedPortfolio portfolio;
    private final Donors donors;

    public Targets(Programmes programmes, ConvertedPortfolio portfolio, Donors donors) {
        this.programmes = programmes;
        this.portfolio = portfolio;
        this.donors = donors;
    }

    /** Programmes, and the clocks of the answer. */
    public record Page(AsOf.Answered asOf, List<Progress> programmes) {
        public Page {
            programmes = List.copyOf(programmes);
        }
    }

    /**
     * Every programme, by id.
     *
     * @param id only this one; null for all
     * @param measure whose sums are the actuals
     * @param rates the table by which actuals are converted; {@link Conversion#NONE} for none
     * @param question its effective date is the last that counts in actuals
     */
    public Page all(@Nullable String id, Measure measure, String rates, AsOf question) {
        Programmes.Page page = programmes.all(question.known());
        AsOf same = new AsOf(question.effective(), page.asOf().known(), question.booked());
        return new Page(same.answeredAt(page.asOf().known()), page.programmes().stream()
                .filter(one -> id == null || one.id().equals(id))
                .map(one -> new Progress(one,
                        one.years().stream().map(year -> year(one, year, measure, rates, same)).toList()))
                .toList());
    }

    private Progress.Year year(Programme programme, Programme.Year year, Measure measure, String rates, AsOf question) {
        LocalDate from = LocalDate.of(year.year(), 1, 1);
        LocalDate effective = question.effective();
        LocalDate end = LocalDate.of(year.year(), 12, 31);
        LocalDate to = effective == null || effective.isAfter(end) ? end : effective;
        Long aimed = year.donors();
        Reached active = aimed == null || programme.province() != null ? null
                : Reached.of(BigDecimal.valueOf(aimed), to.isBefore(from) ? BigDecimal.ZERO
                        : BigDecimal.valueOf(donors.active(from, to, question.known(), null, 1).count()));
        if (year.sectors().isEmpty()) {
            return new Progress.Year(year.year(), null, null, active, null, List.of(), List.of(), List.of(),
                    year.source(), year.index());
        }
        String currency = year.sectors().getFirst().currency();
        Conversion policy = new Conversion(rates, Currency.of(currency));
        Map<String, ConvertedLines> actuals = new HashMap<>();
        for (Programme.Sector sector : year.sectors()) {
            actuals.computeIfAbsent(sector.vocabulary(), vocabulary -> actuals(programme, vocabulary, from, policy,
                    new AsOf(to, question.known(), question.booked())));
        }
        return reached(year, measure, policy, active, actuals);
    }

    private ConvertedLines actuals(Programme programme, String vocabulary, LocalDate from, Conversion policy,
            AsOf question) {
        Place province = programme.place();
        return province == null ? portfolio.by(Dimension.SECTOR, vocabulary, from, policy, question)
                : portfolio.inProvince(province, vocabulary, from, policy, question);
    }

    private static Progress.Year reached(Programme.Year year, Measure measure, Conversion policy,
            @Nullable Reached active, Map<String, ConvertedLines> actuals) {
        List<SectorReached> sectors = new ArrayList<>();
        BigDecimal target = BigDecimal.ZERO;
        BigDecimal actual = BigDecimal.ZERO;
        for (Programme.Sector sector : year.sectors()) {
            ConvertedLines lines = actuals.get(sector.vocabulary());
            BigDecimal reached = lines == null ? BigDecimal.ZERO : value(lines, sector.code(), measure);
            sectors.add(new SectorReached(sector.vocabulary(), sector.code(),
                    Reached.of(sector.amount(), policy.shown(reached))));
            target = target.add(sector.amount());
            actual = actual.add(reached);
        }
        Set<UsedRate> rates = new LinkedHashSet<>();
        actuals.values().forEach(lines -> rates.addAll(lines.rates()));
        List<Unconverted> unconverted =
                actuals.values().stream().findFirst().map(ConvertedLines::unconverted).orElse(List.of());
        return new Progress.Year(year.year(), policy.into().code(), policy.name(), active,
                Reached.of(target, policy.shown(actual)), sectors, List.copyOf(rates), unconverted, year.source(),
                year.index());
    }

    private static BigDecimal value(ConvertedLines lines, String code, Measure measure) {
        return lines.groups().stream().filter(group -> {
            String sector = group.value();
            return sector != null && sector.startsWith(code);
        }).map(group -> group.figure(measure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
