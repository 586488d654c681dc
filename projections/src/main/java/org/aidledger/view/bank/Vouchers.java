package org.aidledger.view.bank;

import org.aidledger.document.DocumentRef;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.jspecify.annotations.Nullable;

/** The voucher of an event that moves cash: what a bank may repeat as the reference. */
final class Vouchers {

    private Vouchers() {
    }

    /** Null where the event has none. */
    static @Nullable DocumentRef of(ProjectEvent event) {
        return switch (event) {
            case FundsReceived e -> e.voucher();
            case FundsDisbursed e -> e.voucher();
            case AdvanceReturned e -> e.voucher();
            case ExpenditureRecorded e -> e.voucher();
            case FundsRefunded e -> e.voucher();
            case InterestEarned e -> e.voucher();
            case RecoveryReceived e -> e.voucher();
            case FundsExchanged e -> e.voucher();
            case FundsTransferred e -> e.voucher();
            case GoodsSold e -> e.voucher();
            case EntryCorrected e -> e.reentered() == null ? e.document() : of(e.reentered());
            default -> null;
        };
    }
}
