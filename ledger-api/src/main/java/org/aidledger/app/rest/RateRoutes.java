package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateCommand.RecordRates;
import org.aidledger.rate.RateTableId;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.rate.FoundRate;
import org.aidledger.view.rate.Rates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates by source and period. */
@RestController
@RequestMapping(path = Paths.API + "/rates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rates")
final class RateRoutes {

    private final Commands commands;
    private final Rates rates;
    private final Computed computed;
    private final Clock clock = Clock.systemUTC();

    RateRoutes(Commands commands, Rates rates, Computed computed) {
        this.commands = commands;
        this.rates = rates;
        this.computed = computed;
    }

    /** Records the rates of a period; {@code rates} say what one {@code base} costs. */
    record Recording(Currency base, LocalDate from, LocalDate to, List<Rate> rates, DocumentRef document,
            LocalDate effectiveDate, @Nullable String reason) implements CommandBody {
    }

    /** The rates in use on a day. */
    record RatesOn(String table, LocalDate day, List<FoundRate> rates, Computed.At at) {
    }

    @PostMapping(path = "/{table}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record the rates of a period; those recorded for it before are not used any more")
    ResponseEntity<CommandAnswer> record(@PathVariable RateTableId table, @RequestBody Recording body,
            CommandTerms terms) {
        return commands.send(new RecordRates(table, body.base(), body.from(), body.to(), body.rates(), body.document(),
                body.effectiveDate()), body, terms);
    }

    @GetMapping("/{table}")
    @Operation(summary = "The rates in use on the day effective, as known then; today's when it is not given")
    ResponseEntity<RatesOn> on(@PathVariable RateTableId table, AsOf question) {
        LocalDate asked = question.effective();
        LocalDate day = asked == null ? VietNam.dateOf(clock.instant()) : asked;
        Rates.Page page = rates.on(table.value(), day, question.known());
        Computed.At at = computed.at(page.asOf());
        return computed.answer(at, new RatesOn(table.value(), day, page.rates(), at));
    }
}
