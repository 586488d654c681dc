package org.aidledger.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.BankCommand.WithdrawStatement;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.bank.BankRefusal.DoesNotAddUp;
import org.aidledger.bank.BankRefusal.Gap;
import org.aidledger.bank.BankRefusal.LineOutside;
import org.aidledger.bank.BankRefusal.LineZero;
import org.aidledger.bank.BankRefusal.LinesMatchedStill;
import org.aidledger.bank.BankRefusal.NotLast;
import org.aidledger.bank.BankRefusal.OpeningDiffers;
import org.aidledger.bank.BankRefusal.OtherCurrency;
import org.aidledger.bank.BankRefusal.Overlaps;
import org.aidledger.bank.BankRefusal.PeriodReversed;
import org.aidledger.bank.BankRefusal.ReasonMissing;
import org.aidledger.bank.BankRefusal.StatementReconciledAlready;
import org.aidledger.bank.BankRefusal.StatementUnknown;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Statements are recorded whole, one after the other without a gap, and each adds up; a wrong one is withdrawn and recorded anew. */
final class StatementRules {

    private StatementRules() {
    }

    static Decision<BankEvent> record(BankState state, RecordStatement c, BankContext context) {
        var header = new BankStatementRecorded(c.statements(), c.account(), c.from(), c.to(), c.opening(), c.closing(),
                state.nextLine(), c.lines().size(), c.document(), c.to());
        if (isSame(header, state.statement(c.to()))) {
            return new Accepted<>(List.of());
        }
        var broken = new ArrayList<Refusal>();
        for (Money balance : List.of(c.opening(), c.closing())) {
            if (!balance.currency().equals(c.account().currency())) {
                broken.add(new OtherCurrency(c.account().currency(), balance.currency()));
            }
        }
        if (!broken.isEmpty()) {
            return new Refused<>(broken);
        }
        follows(state, c, broken);
        addsUp(c, broken);
        if (c.to().isAfter(context.today())) {
            broken.add(new DateInFuture(c.to(), context.today()));
        }
        return broken.isEmpty() ? new Accepted<>(events(header, c)) : new Refused<>(broken);
    }

    /** The same file again; where its lines are counted from does not matter. */
    private static boolean isSame(BankStatementRecorded asked, @Nullable BankStatementRecorded before) {
        return before != null && new BankStatementRecorded(asked.statements(), asked.account(), asked.from(),
                asked.to(), asked.opening(), asked.closing(), before.firstLine(), asked.lines(), before.document(),
                asked.effectiveDate()).equals(before)
                && Objects.equals(asked.document().sha256(), before.document().sha256());
    }

    private static void follows(BankState state, RecordStatement c, List<Refusal> broken) {
        if (c.to().isBefore(c.from())) {
            broken.add(new PeriodReversed(c.from(), c.to()));
        }
        BankStatementRecorded last = state.last();
        if (last == null) {
            return;
        }
        if (!c.from().isAfter(last.to())) {
            broken.add(new Overlaps(c.from(), last.to()));
        } else if (c.from().isAfter(last.to().plusDays(1))) {
            broken.add(new Gap(c.from(), last.to()));
        }
        if (!c.opening().isSameValueAs(last.closing())) {
            broken.add(new OpeningDiffers(c.opening(), last.closing()));
        }
    }

    private static void addsUp(RecordStatement c, List<Refusal> broken) {
        BigDecimal sum = BigDecimal.ZERO;
        long row = 0;
        for (StatementLine line : c.lines()) {
            row++;
            sum = sum.add(line.amount());
            if (line.bookingDate().isBefore(c.from()) || line.bookingDate().isAfter(c.to())) {
                broken.add(new LineOutside(row, line.bookingDate(), c.from(), c.to()));
            }
            if (line.amount().signum() == 0) {
                broken.add(new LineZero(row));
            }
        }
        Money lines = new Money(sum, c.account().currency());
        if (!c.opening().plus(lines).isSameValueAs(c.closing())) {
            broken.add(new DoesNotAddUp(c.opening(), lines, c.closing()));
        }
    }

    private static List<BankEvent> events(BankStatementRecorded header, RecordStatement c) {
        Currency currency = c.account().currency();
        var events = new ArrayList<BankEvent>(c.lines().size() + 1);
        events.add(header);
        long number = header.firstLine();
        for (StatementLine line : c.lines()) {
            events.add(new StatementLineRecorded(c.statements(), number++, line.bookingDate(), line.valueDate(),
                    new Money(line.amount(), currency), line.reference(), line.counterparty(), line.description(),
                    line.bookingDate()));
        }
        return events;
    }

    static Decision<BankEvent> withdraw(BankState state, WithdrawStatement c, BankContext context) {
        BankStatementRecorded statement = state.statement(c.to());
        if (statement == null) {
            return BankDecisions.refused(new StatementUnknown(c.to()));
        }
        var broken = new ArrayList<Refusal>(2);
        if (state.isReconciled(c.to())) {
            broken.add(new StatementReconciledAlready(c.to()));
        }
        BankStatementRecorded last = state.last();
        if (last != null && !last.equals(statement)) {
            broken.add(new NotLast(c.to(), last.to()));
        }
        for (LinesMatched match : state.matchesOf(statement)) {
            broken.add(new LinesMatchedStill(c.to(), match.match()));
        }
        if (!BankDecisions.isSaid(c.reason())) {
            broken.add(new ReasonMissing(c.statements()));
        }
        return BankDecisions.outcome(new StatementWithdrawn(c.statements(), c.to(), c.reason(), c.effectiveDate()),
                broken, context);
    }
}
