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

/** Enters the course of a project after its approval, and what is stated about it. */
@RestController
@RequestMapping(path = Paths.API + "/projects", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Project commands")
final class ProjectCourseRoutes {

    private final Commands commands;

    ProjectCourseRoutes(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{project}/suspensions")
    @Operation(summary = "Suspend the project")
    ResponseEntity<CommandAnswer> suspension(@PathVariable ProjectId project, @RequestBody StepBody.Suspension body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/resumptions")
    @Operation(summary = "Resume the project")
    ResponseEntity<CommandAnswer> resumption(@PathVariable ProjectId project, @RequestBody StepBody.Resumption body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/completions")
    @Operation(summary = "Complete the project")
    ResponseEntity<CommandAnswer> completion(@PathVariable ProjectId project, @RequestBody StepBody.Completion body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/hand-overs")
    @Operation(summary = "Hand the project over")
    ResponseEntity<CommandAnswer> handOver(@PathVariable ProjectId project, @RequestBody StepBody.HandOver body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/settlements")
    @Operation(summary = "Settle the project")
    ResponseEntity<CommandAnswer> settlement(@PathVariable ProjectId project, @RequestBody StepBody.Settlement body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/closures")
    @Operation(summary = "Close the project")
    ResponseEntity<CommandAnswer> closure(@PathVariable ProjectId project, @RequestBody StepBody.Closure body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/reopenings")
    @Operation(summary = "Reopen a closed project by order")
    ResponseEntity<CommandAnswer> reopening(@PathVariable ProjectId project, @RequestBody StepBody.Reopening body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/cancellations")
    @Operation(summary = "Cancel the project")
    ResponseEntity<CommandAnswer> cancellation(@PathVariable ProjectId project, @RequestBody StepBody.Cancellation body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/confirmations")
    @Operation(summary = "Record the finance agency's confirmation of aid received")
    ResponseEntity<CommandAnswer> confirmation(@PathVariable ProjectId project, @RequestBody StepBody.Confirmation body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/periodic-reports")
    @Operation(summary = "File a periodic report")
    ResponseEntity<CommandAnswer> periodicReport(@PathVariable ProjectId project,
            @RequestBody StepBody.PeriodicReport body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/fact-amendments")
    @Operation(summary = "Amend a fact other than money")
    ResponseEntity<CommandAnswer> factAmendment(@PathVariable ProjectId project,
            @RequestBody StepBody.FactAmendment body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }
}
