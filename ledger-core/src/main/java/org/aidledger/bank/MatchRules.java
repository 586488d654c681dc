package org.aidledger.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.WithdrawMatch;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankRefusal.AmountsDiffer;
import org.aidledger.bank.BankRefusal.EntryMatched;
import org.aidledger.bank.BankRefusal.EntryUnknown;
import org.aidledger.bank.BankRefusal.LineMatched;
import org.aidledger.bank.BankRefusal.LineUnknown;
import org.aidledger.bank.BankRefusal.MatchUnknown;
import org.aidledger.bank.BankRefusal.NothingMatched;
import org.aidledger.bank.BankRefusal.ReasonMissing;
import org.aidledger.bank.BankRefusal.StatementReconciledAlready;
import org.aidledger.bank.BankRefusal.TooMany;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;

/** What the bank says and what the ledger says of the same money, each once, the same in sum. */
final class MatchRules {

    private MatchRules() {
    }

    static Decision<BankEvent> match(BankState state, StatementAccount account, MatchLines c, BankContext context) {
        var broken = new ArrayList<Refusal>();
        int together = c.lines().size() + c.entries().size();
        if (together > BankDecisions.TOGETHER_MAX) {
            return BankDecisions.refused(new TooMany(BankDecisions.TOGETHER_MAX, BankDecisions.CHARACTERS_MAX));
        }
        if (together == 0 || new HashSet<>(c.lines()).size() < c.lines().size()
                || new HashSet<>(c.entries()).size() < c.entries().size()) {
            return BankDecisions.refused(new NothingMatched(c.statements()));
        }
        BigDecimal said = lines(state, c.lines(), broken);
        var entries = new ArrayList<CashEntry>();
        BigDecimal posted = BigDecimal.ZERO;
        for (long index : c.entries()) {
            CashEntry entry = context.entries().get(index);
            if (entry == null) {
                broken.add(new EntryUnknown(index, account.toString()));
                continue;
            }
            LinesMatched before = state.matchOfEntry(index);
            if (before != null) {
                broken.add(new EntryMatched(index, before.match()));
            }
            posted = posted.add(entry.amount());
            entries.add(entry);
        }
        if (broken.isEmpty() && said.compareTo(posted) != 0) {
            broken.add(new AmountsDiffer(new Money(said, account.currency()), new Money(posted, account.currency())));
        }
        if (!broken.isEmpty()) {
            return new Refused<>(broken);
        }
        return BankDecisions.outcome(
                new LinesMatched(c.statements(), state.nextMatch(), c.lines(), entries, c.effectiveDate()), broken,
                context);
    }

    private static BigDecimal lines(BankState state, List<Long> numbers, List<Refusal> broken) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long number : numbers) {
            StatementLineRecorded line = state.line(number);
            if (line == null) {
                broken.add(new LineUnknown(number));
                continue;
            }
            LinesMatched before = state.matchOfLine(number);
            if (before != null) {
                broken.add(new LineMatched(number, before.match()));
            }
            sum = sum.add(line.amount().amount());
        }
        return sum;
    }

    static Decision<BankEvent> withdraw(BankState state, WithdrawMatch c, BankContext context) {
        LinesMatched match = state.match(c.match());
        if (match == null) {
            return BankDecisions.refused(new MatchUnknown(c.match()));
        }
        var broken = new ArrayList<Refusal>(2);
        BankStatementRecorded reconciled = state.reconciledWith(match.lines());
        if (reconciled != null) {
            broken.add(new StatementReconciledAlready(reconciled.to()));
        }
        if (!BankDecisions.isSaid(c.reason())) {
            broken.add(new ReasonMissing(c.statements()));
        }
        return BankDecisions.outcome(new MatchWithdrawn(c.statements(), c.match(), c.reason(), c.effectiveDate()),
                broken, context);
    }
}
