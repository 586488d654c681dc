package org.aidledger.app.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.app.clock.ViewProgress;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankRefusal.FiguresOutdated;
import org.aidledger.bank.BankRefusal.StatementUnknown;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.Difference;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.money.Money;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewBehind;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankHistory;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.aidledger.view.bank.MatchProposals.Proposal;

/** Works out what lies between the bank and the ledger, proposes matches, and reconciles on the figures of that moment. */
public final class BankReconciliation {

    /** Others may post on the account while its figures are worked out; then they are worked out again. */
    private static final int ATTEMPTS_MAX = 5;

    private final LedgerGateway gateway;
    private final BankAccounts accounts;
    private final ViewProgress views;

    public BankReconciliation(LedgerGateway gateway, BankAccounts accounts, ViewProgress views) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.views = views;
    }

    /** A proposal and what became of it. */
    public record Matched(Proposal proposal, Outcome outcome) {
    }

    /** Bank and ledger on the day {@code effective}; empty when no statement has that day. See {@link BankPosition#of}. */
    public Optional<BankPosition> position(BankStatementId id, AsOf question) {
        return accounts.history(id.value(), question)
                .flatMap(history -> BankPosition.of(history, question.effective()));
    }

    /** What may be the same money; empty when the account has no statement. */
    public Optional<MatchProposals> proposals(BankStatementId id, int days) {
        return accounts.history(id.value(), AsOf.now()).map(history -> MatchProposals.of(history, days));
    }

    /**
     * Matches each pair that is unambiguous on everything there is, one command each.
     *
     * @throws ViewBehind when the views do not catch up in time
     */
    public List<Matched> matchProposed(BankStatementId id, int days, LocalDate effectiveDate, Request request) {
        views.require(gateway.reader().size());
        // Each pair is a command of its own, and matching again changes nothing: there is no one answer to keep under a key.
        var each = new Request(request.actor(), request.way(), request.channel(), request.reason(), null, null,
                request.dryRun());
        List<Matched> matched = new ArrayList<>();
        for (Proposal proposal : proposals(id, days).map(MatchProposals::proposed).orElse(List.of())) {
            matched.add(new Matched(proposal, gateway.send(new MatchLines(id, List.of(proposal.line().number()),
                    List.of(proposal.entry().index()), effectiveDate), each)));
        }
        return matched;
    }

    /**
     * Works out the figures over everything there is and reconciles the statement on them.
     *
     * @param to last day of the statement
     * @param explanations of what is on one side only; one that is of nothing such is refused
     * @throws ViewBehind when the views do not catch up in time
     */
    public Outcome reconcile(BankStatementId id, LocalDate to, List<Explanation> explanations, LocalDate effectiveDate,
            Request request) {
        Outcome outcome;
        int attempt = 0;
        do {
            views.require(gateway.reader().size());
            Optional<BankHistory> history = accounts.history(id.value(), AsOf.now());
            if (history.isEmpty()) {
                return new Outcome.Refused(List.of(new NotRegistered(id.value())));
            }
            Optional<BankPosition> position =
                    BankPosition.of(history.get(), to).filter(one -> one.statement().to().equals(to));
            if (position.isEmpty()) {
                return new Outcome.Refused(List.of(new StatementUnknown(to)));
            }
            outcome = gateway.send(command(id, to, explanations, effectiveDate, position.get()), request);
            attempt++;
        } while (attempt < ATTEMPTS_MAX && isOutdated(outcome));
        return outcome;
    }

    private static ReconcileStatement command(BankStatementId id, LocalDate to, List<Explanation> explanations,
            LocalDate effectiveDate, BankPosition position) {
        List<Difference> differences = new ArrayList<>(position.differences(difference -> explanations.stream()
                .filter(one -> one.isOf(difference)).map(Explanation::text).findFirst().orElse("")));
        // What explains nothing that is there is handed on as it is: the rules say what is wrong with it.
        explanations.stream().filter(one -> differences.stream().noneMatch(one::isOf))
                .forEach(one -> differences.add(new Difference(one.kind(), one.reference(), BigDecimal.ZERO,
                        one.text())));
        return new ReconcileStatement(id, to, new Money(position.ledger(), position.history().account().currency()),
                position.history().asOf().known(), differences, effectiveDate);
    }

    private static boolean isOutdated(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var refusals)
                && refusals.stream().anyMatch(BankReconciliation::isOutdated);
    }

    private static boolean isOutdated(Refusal refusal) {
        return refusal instanceof FiguresOutdated;
    }
}
