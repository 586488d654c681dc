package org.aidledger.bank;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.Way;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.BankCommand.WithdrawMatch;
import org.aidledger.bank.BankCommand.WithdrawStatement;
import org.aidledger.bank.BankRefusal.NotReportable;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.Refusal;

/** What becomes of a command: a pure function of the state of an account's statements, the command and its context. */
public final class BankDecisions {

    /** So many lines and entries of a match, or differences of a reconciliation, fit one event. */
    static final int TOGETHER_MAX = 50;
    /** Of an explanation or a reason. */
    static final int CHARACTERS_MAX = 300;

    private BankDecisions() {
    }

    /** Judges a command. Broken rules come gravest first: who acts, the statement, what it is matched or reconciled with. */
    public static Decision<BankEvent> decide(BankState state, BankCommand command, BankContext context) {
        if (command instanceof RecordStatement record) {
            return StatementRules.record(state, record, context);
        }
        if (context.way() != Way.DECIDED) {
            return refused(new NotReportable(command.statements()));
        }
        StatementAccount account = state.account();
        if (account == null) {
            return refused(new NotRegistered(command.stream()));
        }
        return switch (command) {
            case MatchLines c -> MatchRules.match(state, account, c, context);
            case WithdrawMatch c -> MatchRules.withdraw(state, c, context);
            case ReconcileStatement c -> ReconciliationRules.reconcile(state, account, c, context);
            case WithdrawStatement c -> StatementRules.withdraw(state, c, context);
            case RecordStatement c -> throw new IllegalStateException("recording is decided above");
        };
    }

    static Decision<BankEvent> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    /** The event, unless a rule is broken or it lies in the future. */
    static Decision<BankEvent> outcome(BankEvent event, List<Refusal> broken, BankContext context) {
        var all = new ArrayList<>(broken);
        if (event.effectiveDate().isAfter(context.today())) {
            all.add(new DateInFuture(event.effectiveDate(), context.today()));
        }
        return all.isEmpty() ? new Accepted<>(List.of(event)) : new Refused<>(all);
    }

    static boolean isSaid(String words) {
        return !words.isBlank() && words.length() <= CHARACTERS_MAX;
    }
}
