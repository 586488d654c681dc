package org.aidledger.event;

import java.time.LocalDate;

/**
 * A fact that happened, in the past tense, never changed once appended. Its Java name is free to change; its name in the
 * catalogue is not.
 */
public interface LedgerEvent {

    /** When it was true: the date of the decision, the letter or the payment, which may be long before it is recorded. */
    LocalDate effectiveDate();
}
