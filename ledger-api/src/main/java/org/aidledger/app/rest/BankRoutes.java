package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.app.rest.BankAnswers.BankAccountFile;
import org.aidledger.app.rest.BankAnswers.BankAccountRow;
import org.aidledger.app.rest.BankAnswers.BankAccountsPage;
import org.aidledger.app.rest.BankAnswers.BankProposals;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.bank.BankStatementId;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the bank says beside what the ledger says. */
@RestController
@RequestMapping(path = Paths.API + "/bank-accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Bank statements")
final class BankRoutes {

    private static final int DAYS_MAX = 366;

    private final BankAccounts accounts;
    private final BankReconciliation reconciliation;
    private final Computed computed;

    BankRoutes(BankAccounts accounts, BankReconciliation reconciliation, Computed computed) {
        this.accounts = accounts;
        this.reconciliation = reconciliation;
        this.computed = computed;
    }

    @GetMapping
    @Operation(summary = "Money accounts with bank statements, and up to when they are reconciled")
    ResponseEntity<BankAccountsPage> bankAccounts(AsOf question) {
        BankAccounts.Page page = accounts.all(question.known());
        Computed.At at = computed.at(page.asOf());
        return computed.answer(at,
                new BankAccountsPage(page.accounts().stream().map(BankAccountRow::of).toList(), at));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Bank and ledger on the day effective, by default the last statement's last: what is matched, "
            + "what is unmatched on either side")
    ResponseEntity<BankAccountFile> bankAccount(@PathVariable BankStatementId id, AsOf question) {
        BankPosition position = reconciliation.position(id, question)
                .orElseThrow(() -> new Refused(new NotFound("a bank statement of " + id + " on that day")));
        Computed.At at = computed.at(new AsOf.Answered(position.date(), position.history().asOf().known(),
                null, position.history().asOf().behind()));
        return computed.answer(at, BankAccountFile.of(position, at));
    }

    @GetMapping("/{id}/proposals")
    @Operation(
            summary = "Lines and entries that may be the same money: the same amount, dates at most so many days apart")
    BankProposals matchProposals(@PathVariable BankStatementId id,
            @RequestParam(defaultValue = "" + MatchProposals.DAYS) int days) {
        if (days < 0 || days > DAYS_MAX) {
            throw new Refused(new WrongParameter("days", Integer.toString(days), Fault.of(Kind.RANGE, 0, DAYS_MAX)));
        }
        return BankProposals.of(id.value(), reconciliation.proposals(id, days)
                .orElseThrow(() -> new Refused(new NotFound("a bank statement of " + id))));
    }
}
