package org.aidledger.project;

/** What an expenditure was paid from. */
public enum PaidFrom {
    /** From the project's aid account. */
    ACCOUNT,
    /** From an advance paid out before, which it clears. */
    ADVANCE,
    /** By the donor directly to the supplier. */
    DONOR,
    /** Out of what an intermediary has of its own and of others, as its books report it; nothing of it is a disbursement of aid. */
    OWN_FUNDS
}
