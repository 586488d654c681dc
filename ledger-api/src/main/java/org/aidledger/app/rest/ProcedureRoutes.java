package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.project.ProjectId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enters the procedure from the dossier to the decision, and what is proposed for somebody else to carry out. */
@RestController
@RequestMapping(path = Paths.API + "/projects", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Project commands")
final class ProcedureRoutes {

    private final Commands commands;

    ProcedureRoutes(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{project}/dossier-submissions")
    @Operation(summary = "Submit a dossier, or more documents of it")
    ResponseEntity<CommandAnswer> dossierSubmission(@PathVariable ProjectId project,
            @RequestBody StepBody.DossierSubmission body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/dossier-returns")
    @Operation(summary = "Return a dossier to the aid owner")
    ResponseEntity<CommandAnswer> dossierReturn(@PathVariable ProjectId project,
            @RequestBody StepBody.DossierReturn body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/dossier-acceptances")
    @Operation(summary = "Accept a dossier for appraisal")
    ResponseEntity<CommandAnswer> dossierAcceptance(@PathVariable ProjectId project,
            @RequestBody StepBody.DossierAcceptance body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/opinion-requests")
    @Operation(summary = "Ask an agency for its opinion")
    ResponseEntity<CommandAnswer> opinionRequest(@PathVariable ProjectId project,
            @RequestBody StepBody.OpinionRequest body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/opinions")
    @Operation(summary = "Record an opinion")
    ResponseEntity<CommandAnswer> opinion(@PathVariable ProjectId project, @RequestBody StepBody.Opinion body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/appraisals")
    @Operation(summary = "Conclude the appraisal")
    ResponseEntity<CommandAnswer> appraisal(@PathVariable ProjectId project, @RequestBody StepBody.Appraisal body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/refusals")
    @Operation(summary = "Refuse the aid")
    ResponseEntity<CommandAnswer> aidRefusal(@PathVariable ProjectId project, @RequestBody StepBody.AidRefusal body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/approval-amendments")
    @Operation(summary = "Amend the approval")
    ResponseEntity<CommandAnswer> approvalAmendment(@PathVariable ProjectId project,
            @RequestBody StepBody.ApprovalAmendment body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/approval-revocations")
    @Operation(summary = "Revoke an idle approval")
    ResponseEntity<CommandAnswer> approvalRevocation(@PathVariable ProjectId project,
            @RequestBody StepBody.ApprovalRevocation body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/disbursement-proposals")
    @Operation(summary = "Propose a disbursement")
    ResponseEntity<CommandAnswer> disbursementProposal(@PathVariable ProjectId project,
            @RequestBody StepBody.DisbursementProposal body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/proposed-disbursements")
    @Operation(summary = "Carry out a disbursement that somebody else proposed")
    ResponseEntity<CommandAnswer> proposedDisbursement(@PathVariable ProjectId project,
            @RequestBody StepBody.ProposedDisbursement body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/disbursement-refusals")
    @Operation(summary = "Refuse a proposed disbursement")
    ResponseEntity<CommandAnswer> disbursementRefusal(@PathVariable ProjectId project,
            @RequestBody StepBody.DisbursementRefusal body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/correction-proposals")
    @Operation(summary = "Propose a correction")
    ResponseEntity<CommandAnswer> correctionProposal(@PathVariable ProjectId project,
            @RequestBody StepBody.CorrectionProposal body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/proposed-corrections")
    @Operation(summary = "Carry out a correction that somebody else proposed")
    ResponseEntity<CommandAnswer> proposedCorrection(@PathVariable ProjectId project,
            @RequestBody StepBody.ProposedCorrection body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }
}
