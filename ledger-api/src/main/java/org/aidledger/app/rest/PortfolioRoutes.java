package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.app.rest.BalanceAnswers.InCurrency;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    private final Portfolio portfolio;
    private final Computed computed;

    PortfolioRoutes(Portfolio portfolio, Computed computed) {
        this.portfolio = portfolio;
        this.computed = computed;
    }

    /**
     * The portfolio by one dimension.
     *
     * @param vocabulary the classification of sectors, null for other dimensions
     */
    record PortfolioAnswer(String by, @Nullable String vocabulary, @Nullable LocalDate from, List<Line> groups,
            Computed.At at) {
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

    @GetMapping
    @Operation(
            summary = "All projects by donor, sector, province, agency, owner, kind, budget or year; the groups of a "
                    + "dimension add up to the totals")
    ResponseEntity<PortfolioAnswer> by(@RequestParam String by,
            @RequestParam(defaultValue = Portfolio.DAC) String vocabulary,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            AsOf question) {
        Dimension dimension = Dimension.of(by).orElseThrow(() -> new Refused(new WrongParameter("by", by, "one of "
                + Arrays.stream(Dimension.values()).map(Dimension::key).collect(Collectors.joining(", "))
                + " is expected")));
        Portfolio.Lines lines = portfolio.by(dimension, vocabulary, from, question);
        Computed.At at = computed.at(lines.asOf());
        return computed.answer(at, new PortfolioAnswer(dimension.key(),
                dimension == Dimension.SECTOR ? vocabulary : null, from, lines.groups().stream().map(Line::of).toList(),
                at));
    }
}
