package org.aidledger.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Duties;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankRefusal.DifferenceUnexplained;
import org.aidledger.bank.BankRefusal.DifferenceWrong;
import org.aidledger.bank.BankRefusal.EarlierOpen;
import org.aidledger.bank.BankRefusal.EntryUnexplained;
import org.aidledger.bank.BankRefusal.EntryUnknown;
import org.aidledger.bank.BankRefusal.FiguresOutdated;
import org.aidledger.bank.BankRefusal.LineUnexplained;
import org.aidledger.bank.BankRefusal.OpeningUnexplained;
import org.aidledger.bank.BankRefusal.OtherCurrency;
import org.aidledger.bank.BankRefusal.PostedOnStatement;
import org.aidledger.bank.BankRefusal.StatementReconciledAlready;
import org.aidledger.bank.BankRefusal.StatementUnknown;
import org.aidledger.bank.BankRefusal.TooMany;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;

/** The bank's balance is the ledger's or each difference is explained, by somebody who posted none of it. */
final class ReconciliationRules {

    private final BankState state;
    private final StatementAccount account;
    private final BankStatementRecorded statement;
    private final ReconcileStatement command;
    private final BankContext context;
    private final List<Refusal> broken = new ArrayList<>();

    private ReconciliationRules(BankState state, StatementAccount account, BankStatementRecorded statement,
            ReconcileStatement command, BankContext context) {
        this.state = state;
        this.account = account;
        this.statement = statement;
        this.command = command;
        this.context = context;
    }

    static Decision<BankEvent> reconcile(BankState state, StatementAccount account, ReconcileStatement c,
            BankContext context) {
        BankStatementRecorded statement = state.statement(c.to());
        if (statement == null) {
            return BankDecisions.refused(new StatementUnknown(c.to()));
        }
        if (state.isReconciled(c.to())) {
            return BankDecisions.refused(new StatementReconciledAlready(c.to()));
        }
        if (!c.ledger().currency().equals(account.currency())) {
            return BankDecisions.refused(new OtherCurrency(account.currency(), c.ledger().currency()));
        }
        if (c.differences().size() > BankDecisions.TOGETHER_MAX || c.differences().stream()
                .anyMatch(one -> one.explanation().length() > BankDecisions.CHARACTERS_MAX)) {
            return BankDecisions.refused(new TooMany(BankDecisions.TOGETHER_MAX, BankDecisions.CHARACTERS_MAX));
        }
        return new ReconciliationRules(state, account, statement, c, context).decide();
    }

    private Decision<BankEvent> decide() {
        segregation();
        BankStatementRecorded earlier = state.openBefore(command.to());
        if (earlier != null) {
            broken.add(new EarlierOpen(command.to(), earlier.to()));
        }
        if (context.lastPosted() >= command.size()) {
            broken.add(new FiguresOutdated(command.size(), context.lastPosted()));
        }
        boolean known = lines();
        known &= others();
        if (known) {
            wholeDifference();
        }
        return BankDecisions.outcome(new StatementReconciled(command.statements(), command.to(), statement.closing(),
                command.ledger(), command.size(), command.differences(), command.effectiveDate()), broken, context);
    }

    /** Whoever posted what the statement is matched with, or what is explained, leaves the reconciling to somebody else. */
    private void segregation() {
        var posted = new TreeMap<String, Long>();
        for (LinesMatched match : state.matchesOf(statement)) {
            match.entries().forEach(entry -> posted.putIfAbsent(entry.postedBy(), entry.index()));
        }
        command.differences().stream().filter(one -> one.kind() == Difference.Kind.ENTRY)
                .map(one -> context.entries().get(one.reference())).filter(Objects::nonNull)
                .forEach(entry -> posted.putIfAbsent(entry.postedBy(), entry.index()));
        broken.addAll(Duties.breaches(context.actor(), posted.keySet().stream().map(ActorId::new).toList(),
                command.effectiveDate(), context.actsFor(),
                who -> new PostedOnStatement(who, posted.getOrDefault(who, -1L), command.to())));
    }

    /** @return whether each line without an entry, and no other, is explained */
    private boolean lines() {
        Map<Long, Difference> explained = new HashMap<>();
        boolean known = true;
        for (Difference one : command.differences()) {
            if (one.kind() == Difference.Kind.LINE && one.reference() != null
                    && explained.put(one.reference(), one) != null) {
                known = wrong(one);
            }
        }
        for (StatementLineRecorded line : state.openLines(statement)) {
            Difference one = explained.remove(line.line());
            if (one == null || one.explanation().isBlank()) {
                broken.add(new LineUnexplained(line.line(), line.amount()));
                known = false;
            } else if (one.amount().compareTo(line.amount().amount()) != 0) {
                known = wrong(one);
            }
        }
        for (Difference one : explained.values()) {
            known = wrong(one);
        }
        return known;
    }

    /** @return whether each other difference can be one, and is explained */
    private boolean others() {
        boolean known = true;
        var seen = new HashSet<Long>();
        int openings = 0;
        for (Difference one : command.differences()) {
            Long index = one.reference();
            switch (one.kind()) {
                case LINE -> {
                    if (index == null) {
                        known = wrong(one);
                    }
                }
                case OPENING -> {
                    openings++;
                    if (openings > 1 || index != null) {
                        known = wrong(one);
                    } else if (one.explanation().isBlank()) {
                        broken.add(new OpeningUnexplained(money(one)));
                        known = false;
                    }
                }
                case ENTRY -> {
                    CashEntry entry = index == null ? null : context.entries().get(index);
                    if (index != null && entry == null) {
                        broken.add(new EntryUnknown(index, account.toString()));
                        known = false;
                    } else
                        if (entry == null || !seen.add(entry.index()) || !isOpen(entry)
                                || entry.upTo(command.to()).compareTo(one.amount()) != 0) {
                                    known = wrong(one);
                                } else
                            if (one.explanation().isBlank()) {
                                broken.add(new EntryUnexplained(entry.index(), money(one)));
                                known = false;
                            }
                }
            }
        }
        return known;
    }

    private Money money(Difference one) {
        return new Money(one.amount(), account.currency());
    }

    private boolean isOpen(CashEntry entry) {
        LinesMatched match = state.matchOfEntry(entry.index());
        return match == null || !state.isCleared(match, statement);
    }

    private boolean wrong(Difference one) {
        broken.add(new DifferenceWrong(one.kind().name(), one.reference() == null ? "-" : one.reference().toString()));
        return false;
    }

    private void wholeDifference() {
        BigDecimal explained =
                command.differences().stream().map(Difference::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money unexplained = statement.closing().minus(command.ledger())
                .minus(new Money(explained, account.currency()));
        if (unexplained.amount().signum() != 0) {
            broken.add(new DifferenceUnexplained(statement.closing(), command.ledger(), unexplained));
        }
    }
}
