package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.headline.Headline;
import org.aidledger.app.headline.Headline.Compared;
import org.aidledger.app.headline.Headlines;
import org.aidledger.app.headline.Valuation;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.PortfolioRoutes.InYear;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.portfolio.Portfolio;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a national meeting asks first. */
@RestController
@RequestMapping(path = Paths.API + "/headline", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Figures")
final class HeadlineRoutes {

    private final Headlines headlines;
    private final Computed computed;

    HeadlineRoutes(Headlines headlines, Computed computed) {
        this.headlines = headlines;
        this.computed = computed;
    }

    /**
     * The headline, each figure beside that of the same days a year earlier.
     *
     * @param measure whose sums are the values
     * @param policy by which they were brought into {@code currency}
     * @param activeDonors whose certificate was in force on at least one of the days
     * @param largest the sectors of the largest values
     * @param unattributed part of the total that belongs to no sector that is known
     * @param rates those that were used
     * @param unconverted what is in no figure because there is no rate for it
     */
    record HeadlineAnswer(LocalDate from, LocalDate to, String measure, String currency, String policy,
            String vocabulary, int digits, Compared activeDonors, Compared total, List<Headline.Sector> largest,
            Compared unattributed, List<UsedRate> rates, List<InYear> unconverted, Computed.At at) {
    }

    @GetMapping
    @Operation(summary = "How many donors were active in a period, the largest sectors by value, and the change on the "
            + "year before, in one currency under a named policy")
    ResponseEntity<HeadlineAnswer> headline(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "disbursed") String measure,
            @RequestParam(defaultValue = "USD") String in, @RequestParam(defaultValue = "") String rates,
            @RequestParam(defaultValue = Portfolio.DAC) String vocabulary,
            @RequestParam(defaultValue = "" + Valuation.DIGITS) int digits,
            @RequestParam(defaultValue = "" + Headlines.LARGEST) int largest,
            AsOf question) {
        if (to.isBefore(from)) {
            throw new Refused(new WrongParameter("to", to.toString(), Fault.of(Kind.NOT_BEFORE, from)));
        }
        Valuation valuation = new Valuation(AskedFigure.measure(measure), PortfolioRoutes.policy(in, rates),
                vocabulary, Math.clamp(digits, 0, 10));
        Headline headline = headlines.of(from, to, valuation, largest, question.known());
        Computed.At at = computed.at(AsOf.of(null, headline.asOf().known()).answeredAt(headline.asOf().known()));
        return computed.answer(at, new HeadlineAnswer(from, to, valuation.measure().key(), valuation.policy().into()
                .code(), valuation.policy().name(), vocabulary, valuation.digits(), headline.donors(),
                headline.total(), headline.largest(), headline.unattributed(), headline.rates(),
                headline.unconverted().stream().map(InYear::of).toList(), at));
    }
}
