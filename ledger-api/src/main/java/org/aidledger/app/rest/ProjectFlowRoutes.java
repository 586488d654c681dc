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

/** Enters promises changed, advances cleared, exchanges, transfers, income and goods. */
@RestController
@RequestMapping(path = Paths.API + "/projects", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Project commands")
final class ProjectFlowRoutes {

    private final Commands commands;

    ProjectFlowRoutes(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{project}/pledge-reductions")
    @Operation(summary = "Reduce a pledge")
    ResponseEntity<CommandAnswer> pledgeReduction(@PathVariable ProjectId project,
            @RequestBody FlowBody.PledgeReduction body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/pledge-withdrawals")
    @Operation(summary = "Withdraw a pledge")
    ResponseEntity<CommandAnswer> pledgeWithdrawal(@PathVariable ProjectId project,
            @RequestBody FlowBody.PledgeWithdrawal body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/commitment-changes")
    @Operation(summary = "Change a commitment")
    ResponseEntity<CommandAnswer> commitmentChange(@PathVariable ProjectId project,
            @RequestBody FlowBody.CommitmentChange body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/advance-clearings")
    @Operation(summary = "Clear an advance")
    ResponseEntity<CommandAnswer> advanceClearing(@PathVariable ProjectId project,
            @RequestBody FlowBody.AdvanceClearing body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/interest")
    @Operation(summary = "Record interest earned")
    ResponseEntity<CommandAnswer> interest(@PathVariable ProjectId project, @RequestBody FlowBody.Interest body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/recoveries")
    @Operation(summary = "Record money recovered after a finding")
    ResponseEntity<CommandAnswer> recoveryReceipt(@PathVariable ProjectId project,
            @RequestBody FlowBody.RecoveryReceipt body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/exchanges")
    @Operation(summary = "Exchange one currency for another")
    ResponseEntity<CommandAnswer> exchange(@PathVariable ProjectId project, @RequestBody FlowBody.Exchange body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/transfers")
    @Operation(summary = "Transfer money between accounts")
    ResponseEntity<CommandAnswer> transfer(@PathVariable ProjectId project, @RequestBody FlowBody.Transfer body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/exchange-differences")
    @Operation(summary = "Recognise an exchange difference")
    ResponseEntity<CommandAnswer> exchangeDifference(@PathVariable ProjectId project,
            @RequestBody FlowBody.ExchangeDifference body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/services")
    @Operation(summary = "Receive expert services")
    ResponseEntity<CommandAnswer> serviceReceipt(@PathVariable ProjectId project,
            @RequestBody FlowBody.ServiceReceipt body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/goods-receipts")
    @Operation(summary = "Receive goods")
    ResponseEntity<CommandAnswer> goodsReceipt(@PathVariable ProjectId project, @RequestBody FlowBody.GoodsReceipt body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/goods-valuations")
    @Operation(summary = "Value goods received by somebody else")
    ResponseEntity<CommandAnswer> goodsValuation(@PathVariable ProjectId project,
            @RequestBody FlowBody.GoodsValuation body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/goods-distributions")
    @Operation(summary = "Distribute goods")
    ResponseEntity<CommandAnswer> goodsDistribution(@PathVariable ProjectId project,
            @RequestBody FlowBody.GoodsDistribution body, CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/goods-losses")
    @Operation(summary = "Write off goods that were lost")
    ResponseEntity<CommandAnswer> goodsLoss(@PathVariable ProjectId project, @RequestBody FlowBody.GoodsLoss body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }

    @PostMapping("/{project}/goods-sales")
    @Operation(summary = "Sell goods")
    ResponseEntity<CommandAnswer> goodsSale(@PathVariable ProjectId project, @RequestBody FlowBody.GoodsSale body,
            CommandTerms terms) {
        return commands.send(body.command(project), body, terms);
    }
}
