package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.rest.BalanceAnswers.AllAccounts;
import org.aidledger.app.rest.BalanceAnswers.AllFigures;
import org.aidledger.app.rest.BalanceAnswers.InCurrency;
import org.aidledger.app.rest.BalanceAnswers.Line;
import org.aidledger.app.rest.BalanceAnswers.OfAccount;
import org.aidledger.app.rest.BalanceAnswers.OnAccount;
import org.aidledger.app.rest.BalanceAnswers.PostingsPage;
import org.aidledger.app.rest.BalanceAnswers.ProjectFigures;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.PostingPlace;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.balance.Totals;
import org.aidledger.view.balance.TrialBalance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures at any pair of clocks. */
@RestController
@RequestMapping(path = Paths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Figures")
final class BalanceRoutes {

    private final Balances balances;
    private final Clocks clocks;
    private final Computed computed;
    private final LedgerGateway gateway;

    BalanceRoutes(Balances balances, Clocks clocks, Computed computed, LedgerGateway gateway) {
        this.clocks = clocks;
        this.balances = balances;
        this.computed = computed;
        this.gateway = gateway;
    }

    @GetMapping("/projects/{project}/balance")
    @Operation(summary = "One project's balances")
    ResponseEntity<ProjectFigures> ofProject(@PathVariable ProjectId project, AsOf question) {
        requireKnown(project);
        ProjectBalance balance = balances.ofProject(project.value(), question);
        Computed.At at = computed.at(balance.asOf());
        return computed.answer(at, new ProjectFigures(project.value(), balance.keepsCash(),
                balance.currencies().stream().map(InCurrency::of).toList(),
                balance.cash().stream().map(cash -> new OnAccount(cash.moneyAccount(), cash.currency(), cash.amount()))
                        .toList(),
                at));
    }

    @GetMapping("/balances/totals")
    @Operation(summary = "All projects together, by currency")
    ResponseEntity<AllFigures> totals(AsOf question) {
        Totals totals = balances.totals(question);
        Computed.At at = computed.at(totals.asOf());
        return computed.answer(at, new AllFigures(totals.currencies().stream().map(InCurrency::of).toList(), at));
    }

    @GetMapping("/trial-balance")
    @Operation(summary = "The trial balance of one project or of all; each currency adds up to zero")
    ResponseEntity<AllAccounts> trialBalance(@RequestParam(required = false) @Nullable ProjectId project,
            AsOf question) {
        if (project != null) {
            requireKnown(project);
        }
        String id = project == null ? null : project.value();
        TrialBalance trial = balances.trialBalance(id, question);
        Computed.At at = computed.at(trial.asOf());
        return computed.answer(at, new AllAccounts(id, trial.accounts().stream()
                .map(account -> new OfAccount(account.currency(), account.account(), account.amount())).toList(), at));
    }

    @GetMapping("/projects/{project}/postings")
    @Operation(summary = "The postings behind one figure, in the order of the log")
    ResponseEntity<PostingsPage> postings(@PathVariable ProjectId project, @RequestParam String measure,
            @RequestParam String currency, @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        requireKnown(project);
        Measure of = AskedFigure.measure(measure);
        int size = Cursor.pageSize(pageSize);
        AsOf.Answered answered = from == null ? clocks.answered(question)
                : clocks.goingOn(new AsOf(question.effective(), from.known(), question.booked()));
        List<Posting> page = balances.postings(project.value(), of, AskedFigure.currency(currency), answered,
                from == null ? null : place(from), size);
        Computed.At at = computed.at(answered);
        String next = page.size() < size ? null
                : new Cursor(answered.known(), page.getLast().index() + "." + page.getLast().line()).toString();
        return computed.answer(at, new PostingsPage(project.value(), measure, currency,
                page.stream().map(posting -> Line.of(posting, of)).toList(), next, at));
    }

    private static PostingPlace place(Cursor cursor) {
        int dot = cursor.after().indexOf('.');
        return dot < 0 ? new PostingPlace(cursor.number(), 0)
                : new PostingPlace(new Cursor(0, cursor.after().substring(0, dot)).number(),
                        (int) new Cursor(0, cursor.after().substring(dot + 1)).number());
    }

    private void requireKnown(ProjectId project) {
        if (gateway.reader().lastVersionOf(project.value()).isEmpty()) {
            throw new Refused(new NotFound("project " + project));
        }
    }
}
