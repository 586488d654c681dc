package org.aidledger.project;

import java.util.List;
import java.util.TreeSet;
import org.aidledger.event.Refusal;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectRefusal.AccountNotNamed;
import org.aidledger.project.ProjectRefusal.AccountNotUsed;
import org.aidledger.project.ProjectRefusal.NoAccountOpened;
import org.aidledger.project.ProjectRefusal.UnknownAccount;
import org.jspecify.annotations.Nullable;

/** Cash moves through an account the project has opened; a project without one keeps no cash book here. */
final class AccountRules {

    private AccountRules() {
    }

    static void check(ProjectState state, Movement movement, ProjectContext context, List<Refusal> broken) {
        switch (movement) {
            case FundsReceived m -> cashMoves(state, m.moneyAccount(), context, broken);
            case FundsDisbursed m -> cashMoves(state, m.moneyAccount(), context, broken);
            case AdvanceReturned m -> cashMoves(state, m.moneyAccount(), context, broken);
            case FundsRefunded m -> cashMoves(state, m.moneyAccount(), context, broken);
            case ExpenditureRecorded m -> {
                if (m.paidFrom() == PaidFrom.ACCOUNT) {
                    cashMoves(state, m.moneyAccount(), context, broken);
                } else if (m.moneyAccount() != null) {
                    broken.add(new AccountNotUsed(m.moneyAccount()));
                }
            }
            case InterestEarned m -> cashMoves(state, m.moneyAccount(), context, broken);
            case RecoveryReceived m -> cashMoves(state, m.moneyAccount(), context, broken);
            case GoodsSold m -> cashMoves(state, m.moneyAccount(), context, broken);
            case FundsExchanged m -> {
                cashMoves(state, m.fromAccount(), context, broken);
                if (!m.fromAccount().equals(m.toAccount())) {
                    cashMoves(state, m.toAccount(), context, broken);
                }
            }
            case FundsTransferred m -> {
                cashMoves(state, m.fromAccount(), context, broken);
                if (!m.fromAccount().equals(m.toAccount())) {
                    cashMoves(state, m.toAccount(), context, broken);
                }
            }
            case AidPledged m -> noCash();
            case CommitmentSigned m -> noCash();
            case OtherFlowReported m -> noCash();
            case MoneyEvent m -> noCash();
            case GoodsEvent m -> noCash();
        }
    }

    private static void noCash() {
        // Nothing moves on an account.
    }

    private static void cashMoves(ProjectState state, @Nullable String account, ProjectContext context,
            List<Refusal> broken) {
        var accounts = state.accounts();
        if (account == null) {
            if (context.isDecided() && !accounts.isEmpty()) {
                broken.add(new AccountNotNamed(names(state)));
            }
        } else if (accounts.isEmpty()) {
            broken.add(new NoAccountOpened(account));
        } else if (!accounts.containsKey(account)) {
            broken.add(new UnknownAccount(account, names(state)));
        }
    }

    private static String names(ProjectState state) {
        return String.join(", ", new TreeSet<>(state.accounts().keySet()));
    }
}
