package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.rest.InspectionBody.Check;
import org.aidledger.app.rest.InspectionBody.Conclusion;
import org.aidledger.app.rest.InspectionBody.Finding;
import org.aidledger.app.rest.InspectionBody.Opening;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionId;
import org.aidledger.log.PublishedLog;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carries out post-inspections. */
@RestController
@RequestMapping(path = Paths.API + "/inspections", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Inspection commands")
final class InspectionCommandRoutes {

    private final Commands commands;
    private final PublishedLog log;
    private final LedgerGateway gateway;

    InspectionCommandRoutes(Commands commands, PublishedLog log, LedgerGateway gateway) {
        this.commands = commands;
        this.log = log;
        this.gateway = gateway;
    }

    @PostMapping
    @Operation(summary = "Open an inspection; what it judges is frozen")
    ResponseEntity<CommandAnswer> open(@RequestBody Opening body, CommandTerms terms) {
        return commands.send(body.command(frozen(body)), body, terms);
    }

    private FrozenCheckpoint frozen(Opening body) {
        long size = gateway.reader().size();
        Long asked = body.frozenSize();
        if (asked != null && (asked < 0 || asked > size)) {
            throw new Refused(new WrongParameter("frozenSize", asked.toString(), "0 to " + size + " is expected"));
        }
        long frozen = asked == null ? size : asked;
        return new FrozenCheckpoint(frozen, log.root(frozen).hex());
    }

    @PostMapping("/{inspection}/checks")
    @Operation(summary = "Record a check")
    ResponseEntity<CommandAnswer> check(@PathVariable InspectionId inspection, @RequestBody Check body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/findings")
    @Operation(summary = "Raise a finding")
    ResponseEntity<CommandAnswer> raise(@PathVariable InspectionId inspection, @RequestBody Finding body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/conclusion")
    @Operation(summary = "Conclude the inspection")
    ResponseEntity<CommandAnswer> conclude(@PathVariable InspectionId inspection, @RequestBody Conclusion body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }
}
