package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;

/** The balance of every account that moved, by currency and account. It adds up to zero in each currency, always. */
public record TrialBalance(AsOf.Answered asOf, List<AccountBalance> accounts) {

    public TrialBalance {
        accounts = List.copyOf(accounts);
    }

    /** Debit positive. */
    public record AccountBalance(Currency currency, Account account, BigDecimal amount) {
    }
}
