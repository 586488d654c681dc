package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.InspectionBody.Abandonment;
import org.aidledger.app.rest.InspectionBody.Action;
import org.aidledger.app.rest.InspectionBody.Check;
import org.aidledger.app.rest.InspectionBody.Completion;
import org.aidledger.app.rest.InspectionBody.Conclusion;
import org.aidledger.app.rest.InspectionBody.Escalation;
import org.aidledger.app.rest.InspectionBody.Finding;
import org.aidledger.app.rest.InspectionBody.Opening;
import org.aidledger.app.rest.InspectionBody.Plan;
import org.aidledger.app.rest.InspectionBody.PlannedOpening;
import org.aidledger.app.rest.InspectionBody.Recovery;
import org.aidledger.app.rest.InspectionBody.Response;
import org.aidledger.app.rest.InspectionBody.Verification;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
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
    private final Samples samples;

    InspectionCommandRoutes(Commands commands, PublishedLog log, LedgerGateway gateway,
            Samples samples) {
        this.commands = commands;
        this.log = log;
        this.gateway = gateway;
        this.samples = samples;
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
            throw new Refused(new WrongParameter("frozenSize", asked.toString(), Fault.of(Kind.RANGE, 0, size)));
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

    @PostMapping("/plans")
    @Operation(summary = "Plan an inspection of a sample that neither side can choose")
    ResponseEntity<CommandAnswer> plan(@RequestBody Plan body, CommandTerms terms) {
        return commands.send(body.command(), body, terms);
    }

    /** What is frozen is the log right after the plan: a root that nobody knew when the seed was bound. */
    @PostMapping("/{inspection}/opening")
    @Operation(summary = "Open a planned inspection by its seed; the sample is drawn from it and the frozen root")
    ResponseEntity<CommandAnswer> openPlanned(@PathVariable InspectionId inspection, @RequestBody PlannedOpening body,
            CommandTerms terms) {
        Samples.Drawn drawn = samples.draw(inspection, body.seed());
        return commands.send(new OpenPlannedInspection(inspection, body.seed(), drawn.sample().projects(),
                drawn.sample().population(), body.team(), drawn.frozen(), body.effectiveDate()), body, terms);
    }

    @PostMapping("/{inspection}/abandonment")
    @Operation(summary = "Give up a plan; it stays listed on the inspection that follows")
    ResponseEntity<CommandAnswer> abandon(@PathVariable InspectionId inspection, @RequestBody Abandonment body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/responses")
    @Operation(summary = "Record the answer of whoever is inspected to a finding")
    ResponseEntity<CommandAnswer> respond(@PathVariable InspectionId inspection, @RequestBody Response body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/actions")
    @Operation(summary = "Agree what is to be done about a finding, by whom and until when")
    ResponseEntity<CommandAnswer> agree(@PathVariable InspectionId inspection, @RequestBody Action body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/completions")
    @Operation(summary = "Report that a corrective action is done")
    ResponseEntity<CommandAnswer> complete(@PathVariable InspectionId inspection, @RequestBody Completion body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/verifications")
    @Operation(summary = "Verify that a corrective action is done; not by who raised the finding")
    ResponseEntity<CommandAnswer> verify(@PathVariable InspectionId inspection, @RequestBody Verification body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/escalations")
    @Operation(summary = "Bring a finding before a higher authority")
    ResponseEntity<CommandAnswer> escalate(@PathVariable InspectionId inspection, @RequestBody Escalation body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }

    @PostMapping("/{inspection}/recoveries")
    @Operation(summary = "Order that money is paid back")
    ResponseEntity<CommandAnswer> recover(@PathVariable InspectionId inspection, @RequestBody Recovery body,
            CommandTerms terms) {
        return commands.send(body.command(inspection), body, terms);
    }
}
