package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.app.rest.BalanceAnswers.InCurrency;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.money.Currency;
import org.aidledger.rate.RateTableId;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.ConvertedLines;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.portfolio.ProvinceList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole portfolio by donor, sector, province, agency, kind or year. */
@RestController
@RequestMapping(path = Paths.API + "/portfolio", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Figures")
final class PortfolioRoutes {

    private static final String AS_RECORDED = "as-recorded";
    private static final String PROVINCES =
            "as-recorded: each code with the date of its list; 2025: what is recorded of "
                    + "the 63 provinces counts for the one of the 34 that it became part of";

    private final Portfolio portfolio;
    private final ConvertedPortfolio converted;
    private final Computed computed;

    PortfolioRoutes(Portfolio portfolio, ConvertedPortfolio converted, Computed computed) {
        this.portfolio = portfolio;
        this.converted = converted;
        this.computed = computed;
    }

    /**
     * The portfolio by one dimension.
     *
     * @param vocabulary the classification of sectors, null for other dimensions
     * @param provinces the list that provinces are shown by, null for other dimensions
     */
    record PortfolioAnswer(String by, @Nullable String vocabulary, @Nullable String provinces, @Nullable LocalDate from,
            List<Line> groups, Computed.At at) {
    }

    /**
     * What has a value in common.
     *
     * @param value null for what belongs to none that is known
     */
    record Line(@Nullable String value, long projects, List<InCurrency> currencies) {
        static Line of(Group group) {
            return new Line(group.value(), group.projects(), group.currencies().stream().map(InCurrency::of).toList());
        }
    }

    /**
     * The portfolio by one dimension in one currency.
     *
     * @param provinces the list that provinces are shown by, null for other dimensions
     * @param policy by which amounts were brought into {@code currency}
     * @param rates those that were used
     * @param unconverted what is in no group because there is no rate for it
     */
    record ConvertedAnswer(String by, @Nullable String vocabulary, @Nullable String provinces, @Nullable LocalDate from,
            String currency, String policy, List<ConvertedLine> groups, List<UsedRate> rates, List<InYear> unconverted,
            Computed.At at) {
    }

    /**
     * What has a value in common.
     *
     * @param value null for what belongs to none that is known
     * @param measures rounded to the currency's smallest unit
     */
    record ConvertedLine(@Nullable String value, long projects, Map<String, BigDecimal> measures) {
        static ConvertedLine of(ConvertedLines.Group group, Conversion policy) {
            Map<String, BigDecimal> measures = new LinkedHashMap<>();
            group.figures().forEach((measure, amount) -> measures.put(measure.key(), policy.shown(amount)));
            return new ConvertedLine(group.value(), group.projects(), measures);
        }
    }

    /** What came or went in a year in a currency without a rate. */
    record InYear(int year, InCurrency figures) {
        static InYear of(ConvertedLines.Unconverted one) {
            return new InYear(one.year(), InCurrency.of(one.figures()));
        }
    }

    @GetMapping
    @Operation(
            summary = "All projects by donor, sector, province, agency, owner, kind, budget or year; the groups of a "
                    + "dimension add up to the totals")
    ResponseEntity<PortfolioAnswer> by(@RequestParam String by,
            @RequestParam(defaultValue = Portfolio.DAC) String vocabulary,
            @Parameter(description = PROVINCES) @RequestParam(defaultValue = AS_RECORDED) String provinces,
            @RequestParam(required = false) @Nullable LocalDate from,
            AsOf question) {
        Dimension dimension = dimension(by);
        ProvinceList list = list(provinces);
        Portfolio.Lines lines = portfolio.by(dimension, vocabulary, list, from, question);
        Computed.At at = computed.at(lines.asOf());
        return computed.answer(at, new PortfolioAnswer(dimension.key(),
                dimension == Dimension.SECTOR ? vocabulary : null, dimension == Dimension.PROVINCE ? list.key() : null,
                from, lines.groups().stream().map(Line::of).toList(), at));
    }

    @GetMapping("/converted")
    @Operation(
            summary = "The same in one currency: each amount at the rate that a table has for its own date; says which rates were "
                    + "used and what could not be converted")
    ResponseEntity<ConvertedAnswer> converted(@RequestParam String by,
            @RequestParam(defaultValue = Portfolio.DAC) String vocabulary,
            @Parameter(description = PROVINCES) @RequestParam(defaultValue = AS_RECORDED) String provinces,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam String in, @RequestParam String rates, AsOf question) {
        Dimension dimension = dimension(by);
        Conversion policy = policy(in, rates);
        ProvinceList list = list(provinces);
        ConvertedLines lines = converted.by(dimension, vocabulary, list, from, policy, question);
        Computed.At at = computed.at(lines.asOf());
        return computed.answer(at, new ConvertedAnswer(dimension.key(),
                dimension == Dimension.SECTOR ? vocabulary : null, dimension == Dimension.PROVINCE ? list.key() : null,
                from, policy.into().code(), policy.name(),
                lines.groups().stream().map(group -> ConvertedLine.of(group, policy)).toList(), lines.rates(),
                lines.unconverted().stream().map(InYear::of).toList(), at));
    }

    private static Dimension dimension(String by) {
        return Dimension.of(by).orElseThrow(() -> new Refused(new WrongParameter("by", by,
                Fault.oneOf(Arrays.stream(Dimension.values()).map(Dimension::key).toList()))));
    }

    private static ProvinceList list(String provinces) {
        return ProvinceList.of(provinces).orElseThrow(() -> new Refused(
                new WrongParameter("provinces", provinces, Fault.of(Kind.ONE_OF, ProvinceList.keys()))));
    }

    /** The policy of conversion that an address asks for; without a table nothing is converted. */
    static Conversion policy(String into, String rates) {
        if (!Currency.isPossible(into)) {
            throw new Refused(new WrongParameter("in", into, Fault.of(Kind.CURRENCY)));
        }
        return new Conversion(table(rates), Currency.of(into));
    }

    /** The id of a rate table, or none. */
    static String table(String rates) {
        try {
            return rates.isBlank() ? Conversion.NONE : new RateTableId(rates).value();
        } catch (IllegalArgumentException malformed) {
            throw new Refused(new WrongParameter("rates", rates, Fault.ofText(RateTableId.class, "")));
        }
    }
}
