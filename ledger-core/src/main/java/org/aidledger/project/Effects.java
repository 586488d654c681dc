package org.aidledger.project;

import static org.aidledger.project.Measure.ADVANCES;
import static org.aidledger.project.Measure.COMMITTED_IN;
import static org.aidledger.project.Measure.COMMITTED_OUT;
import static org.aidledger.project.Measure.DISBURSED;
import static org.aidledger.project.Measure.EXPENDITURE;
import static org.aidledger.project.Measure.OUTFLOW;
import static org.aidledger.project.Measure.PLEDGED_IN;
import static org.aidledger.project.Measure.PLEDGED_OUT;
import static org.aidledger.project.Measure.RECEIVED;
import static org.aidledger.project.Measure.REFUNDED;

import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.jspecify.annotations.Nullable;

/** What a movement does to a project's totals; a reversal does the opposite. */
final class Effects {

    private Effects() {
    }

    static void post(Movement movement, Balances into) {
        post(movement, movement.money(), into);
    }

    static void reverse(Movement movement, Balances into) {
        post(movement, movement.money().negated(), into);
    }

    private static void post(Movement movement, Money money, Balances into) {
        switch (movement) {
            case AidPledged m -> into.add(m.direction() == Direction.IN ? PLEDGED_IN : PLEDGED_OUT, money);
            case CommitmentSigned m -> into.add(m.direction() == Direction.IN ? COMMITTED_IN : COMMITTED_OUT, money);
            case FundsReceived m -> {
                into.add(RECEIVED, money);
                cash(m.moneyAccount(), money, into);
            }
            case FundsDisbursed m -> {
                paidOut(m.moneyAccount(), money, into);
                if (m.purpose() == DisbursementPurpose.ADVANCE) {
                    into.add(ADVANCES, money);
                }
            }
            case AdvanceReturned m -> {
                paidOut(m.moneyAccount(), money.negated(), into);
                into.add(ADVANCES, money.negated());
            }
            case ExpenditureRecorded m -> {
                into.add(EXPENDITURE, money);
                switch (m.paidFrom()) {
                    case ACCOUNT -> paidOut(m.moneyAccount(), money, into);
                    case ADVANCE -> into.add(ADVANCES, money.negated());
                    case DONOR -> into.add(OUTFLOW, money);
                }
            }
            case FundsRefunded m -> {
                into.add(REFUNDED, money);
                cash(m.moneyAccount(), money.negated(), into);
            }
            case OtherFlowReported m -> {
                // The ledger has no measure for it: the type is kept, nothing is posted.
            }
        }
    }

    private static void paidOut(@Nullable String moneyAccount, Money money, Balances into) {
        into.add(DISBURSED, money);
        cash(moneyAccount, money.negated(), into);
        into.add(OUTFLOW, money);
    }

    private static void cash(@Nullable String moneyAccount, Money change, Balances into) {
        if (moneyAccount != null) {
            into.addCash(moneyAccount, change);
        }
    }
}
