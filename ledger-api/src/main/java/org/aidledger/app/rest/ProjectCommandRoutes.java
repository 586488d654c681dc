package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.rest.ProjectBody.AdvanceReturn;
import org.aidledger.app.rest.ProjectBody.AidAccount;
import org.aidledger.app.rest.ProjectBody.Approval;
import org.aidledger.app.rest.ProjectBody.Commitment;
import org.aidledger.app.rest.ProjectBody.Correction;
import org.aidledger.app.rest.ProjectBody.Disbursement;
import org.aidledger.app.rest.ProjectBody.Expenditure;
import org.aidledger.app.rest.ProjectBody.Pledge;
import org.aidledger.app.rest.ProjectBody.Receipt;
import org.aidledger.app.rest.ProjectBody.Refund;
import org.aidledger.app.rest.ProjectBody.Registration;
import org.aidledger.project.ProjectId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enters what happens to an aid project. */
@RestController
@RequestMapping(path = Paths.API + "/projects", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Project commands")
final class ProjectCommandRoutes {

    private final Commands commands;

    ProjectCommandRoutes(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Register a project")
    ResponseEntity<CommandAnswer> register(@RequestBody Registration body, CommandTerms terms) {
        return commands.send(body.command(), body, terms);
    }

    @PostMapping("/{project}/pledges")
    @Operation(summary = "Pledge aid")
    ResponseEntity<CommandAnswer> pledge(@PathVariable ProjectId project, @RequestBody Pledge body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/commitments")
    @Operation(summary = "Sign a commitment")
    ResponseEntity<CommandAnswer> commit(@PathVariable ProjectId project, @RequestBody Commitment body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/approvals")
    @Operation(summary = "Approve aid")
    ResponseEntity<CommandAnswer> approve(@PathVariable ProjectId project, @RequestBody Approval body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/accounts")
    @Operation(summary = "Open an aid account")
    ResponseEntity<CommandAnswer> openAccount(@PathVariable ProjectId project, @RequestBody AidAccount body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/receipts")
    @Operation(summary = "Receive funds")
    ResponseEntity<CommandAnswer> receive(@PathVariable ProjectId project, @RequestBody Receipt body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/disbursements")
    @Operation(summary = "Disburse funds")
    ResponseEntity<CommandAnswer> disburse(@PathVariable ProjectId project, @RequestBody Disbursement body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/advance-returns")
    @Operation(summary = "Return an advance")
    ResponseEntity<CommandAnswer> returnAdvance(@PathVariable ProjectId project, @RequestBody AdvanceReturn body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/expenditures")
    @Operation(summary = "Record an expenditure")
    ResponseEntity<CommandAnswer> spend(@PathVariable ProjectId project, @RequestBody Expenditure body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/refunds")
    @Operation(summary = "Refund funds to the donor")
    ResponseEntity<CommandAnswer> refund(@PathVariable ProjectId project, @RequestBody Refund body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    @PostMapping("/{project}/corrections")
    @Operation(summary = "Correct an entry by reversal and, where there is a right one, re-entry")
    ResponseEntity<CommandAnswer> correct(@PathVariable ProjectId project, @RequestBody Correction body,
            CommandTerms terms) {
        return send(project, body, terms);
    }

    private ResponseEntity<CommandAnswer> send(ProjectId project, ProjectBody body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }
}
