package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.bank.StatementImport;
import org.aidledger.app.exchange.bank.StatementReport;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.rest.BankAnswers.BankMatched;
import org.aidledger.app.rest.BankAnswers.BankMatchedPair;
import org.aidledger.app.rest.BankBody.BankMatchWithdrawal;
import org.aidledger.app.rest.BankBody.BankMatching;
import org.aidledger.app.rest.BankBody.BankMatchingProposed;
import org.aidledger.app.rest.BankBody.BankReconciling;
import org.aidledger.app.rest.BankBody.BankStatementWithdrawal;
import org.aidledger.bank.BankStatementId;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.Outcome;
import org.aidledger.project.ProjectId;
import org.aidledger.view.bank.MatchProposals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records bank statements, matches their lines with the ledger's entries, and reconciles them. */
@RestController
@RequestMapping(path = Paths.API + "/bank-accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Bank statement commands")
final class BankCommandRoutes {

    private final Commands commands;
    private final StatementImport intake;
    private final BankReconciliation reconciliation;

    BankCommandRoutes(Commands commands, StatementImport intake, BankReconciliation reconciliation) {
        this.commands = commands;
        this.intake = intake;
        this.reconciliation = reconciliation;
    }

    /** A refusal of a file, with its place among the arguments. */
    private record Placed(CsvRefusal refusal, String file) implements Refusal {

        @Override
        public String code() {
            return refusal.code();
        }

        @Override
        public Map<String, String> arguments() {
            Map<String, String> arguments = new HashMap<>(refusal.arguments());
            arguments.put("file", file);
            arguments.put("line", Integer.toString(refusal.line()));
            return arguments;
        }
    }

    /** Only as {@code text/csv}, which no form of another site can send. */
    @PostMapping(path = "/statements", consumes = "text/csv")
    @Operation(
            summary = "Record a bank statement, the body, of a project's money account; the same file again changes nothing "
                    + "and says so")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "201", description = "All of it is in the log",
            content = @Content(schema = @Schema(implementation = StatementReport.class)))
    @ApiResponse(responseCode = "200",
            description = "It was recorded before, or this is a dry run; nothing was written",
            content = @Content(schema = @Schema(implementation = StatementReport.class)))
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Problem")
    ResponseEntity<?> recordStatement(@RequestParam ProjectId project, @RequestParam String account,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean dryRun, InputStream body, Principal caller, Locale language)
            throws IOException {
        StatementReport report =
                intake.run(body, name, project.value(), account, Submitter.overRest(caller.getName()), dryRun);
        if (report.outcome() == StatementReport.Outcome.REFUSED) {
            return Problem.answer(
                    report.refusals().stream().<Refusal>map(refusal -> new Placed(refusal, report.file())).toList(),
                    report.refusals().getFirst().advice(language), language, new HttpHeaders());
        }
        Long first = report.firstIndex();
        return first != null ? ResponseEntity.created(URI.create(Paths.event(first))).body(report)
                : ResponseEntity.ok(report);
    }

    @PostMapping(path = "/{id}/matches", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Match lines of the account's statements with entries of the ledger; both add up to the same")
    ResponseEntity<CommandAnswer> matchLines(@PathVariable BankStatementId id, @RequestBody BankMatching body,
            CommandTerms terms) {
        return commands.send(body.command(id), body, terms);
    }

    @PostMapping(path = "/{id}/matches/proposed", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Match every pair that fits each other and nothing else; what is ambiguous is left. Each pair is a command "
                    + "of its own, and matching again changes nothing")
    BankMatched matchProposed(@PathVariable BankStatementId id, @RequestBody BankMatchingProposed body,
            CommandTerms terms) {
        Integer days = body.days();
        return new BankMatched(reconciliation.matchProposed(id, days == null ? MatchProposals.DAYS : days,
                body.effectiveDate(), commands.request(body, terms.ofSeveral())).stream()
                .map(one -> new BankMatchedPair(one.proposal().line().number(), one.proposal().entry().index(),
                        one.outcome() instanceof Outcome.Recorded,
                        one.outcome() instanceof Outcome.WouldRecord, codes(one.outcome())))
                .toList());
    }

    private static List<String> codes(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var refusals) ? refusals.stream().map(Refusal::code).toList()
                : List.of();
    }

    @PostMapping(path = "/{id}/match-withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a match that was wrong")
    ResponseEntity<CommandAnswer> withdrawMatch(@PathVariable BankStatementId id, @RequestBody BankMatchWithdrawal body,
            CommandTerms terms) {
        return commands.send(body.command(id), body, terms);
    }

    @PostMapping(path = "/{id}/statement-withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw the last statement, none of whose lines is matched, so that it can be recorded anew")
    ResponseEntity<CommandAnswer> withdrawStatement(@PathVariable BankStatementId id,
            @RequestBody BankStatementWithdrawal body,
            CommandTerms terms) {
        return commands.send(body.command(id), body, terms);
    }

    @PostMapping(path = "/{id}/reconciliations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reconcile a statement: the bank's balance is the ledger's, or each difference is explained")
    ResponseEntity<CommandAnswer> reconcileStatement(@PathVariable BankStatementId id,
            @RequestBody BankReconciling body,
            CommandTerms terms) {
        return commands.answer(id.value(), reconciliation.reconcile(id, body.to(), body.explained(),
                body.effectiveDate(), commands.request(body, terms)), terms);
    }
}
