package org.aidledger.project;

/** Why an entry is corrected. */
public enum CorrectionReason {
    WRONG_AMOUNT, WRONG_DATE, WRONG_ACCOUNT, WRONG_PARTY, WRONG_CURRENCY, DUPLICATE, NOT_OURS,
    /** A later file of the same publisher no longer has it. */
    WITHDRAWN_BY_PUBLISHER, OTHER
}
