package org.aidledger.bank;

import java.util.Optional;

/** Reads what events of the log move on an account. */
@FunctionalInterface
public interface CashEntries {

    /** What the event at this index moves on the account; empty when it moves nothing there, or the log has no such event. */
    Optional<CashEntry> at(StatementAccount account, long index);
}
