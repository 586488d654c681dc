package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.period.PeriodSheets;
import org.aidledger.app.rest.PeriodBody.Closing;
import org.aidledger.app.rest.PeriodBody.PeriodOpening;
import org.aidledger.app.rest.PeriodBody.Reopening;
import org.aidledger.period.PeriodId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens, closes and reopens accounting periods. */
@RestController
@RequestMapping(path = Paths.API + "/periods", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Period commands")
final class PeriodCommandRoutes {

    private final Commands commands;
    private final PeriodSheets sheets;

    PeriodCommandRoutes(Commands commands, PeriodSheets sheets) {
        this.commands = commands;
        this.sheets = sheets;
    }

    @PostMapping
    @Operation(summary = "Begin to keep the accounting periods of a reporting entity")
    ResponseEntity<CommandAnswer> open(@RequestBody PeriodOpening body, CommandTerms terms) {
        return commands.send(body.command(), body, terms);
    }

    @PostMapping("/{period}/closings")
    @Operation(summary = "Close a month; its sheet is summed and sealed")
    ResponseEntity<CommandAnswer> close(@PathVariable PeriodId period, @RequestBody Closing body, CommandTerms terms) {
        return commands.answer(period.value(),
                sheets.close(period, body.month(), body.effectiveDate(), commands.request(body, terms)), terms);
    }

    @PostMapping("/{period}/reopenings")
    @Operation(summary = "Reopen closed months by order")
    ResponseEntity<CommandAnswer> reopen(@PathVariable PeriodId period, @RequestBody Reopening body,
            CommandTerms terms) {
        return commands.send(body.command(period), body, terms);
    }
}
