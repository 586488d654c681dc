package org.aidledger.project;

/** A running total of a project, by currency; {@code CASH} by money account as well. */
enum Measure {
    PLEDGED_IN, PLEDGED_OUT, COMMITTED_IN, COMMITTED_OUT, APPROVED, RECEIVED,
    /** Everything that left the project's own funds for good or as an advance, less what came back of advances. */
    DISBURSED,
    /** On hand, by money account; kept only for movements that name one. */
    CASH, ADVANCES, EXPENDITURE,
    /** What was accounted for of one advance, by the entry that paid it. */
    CLEARED,
    /** Disbursed or paid by the donor directly (IATI 3 and 4): what commitments are compared with. */
    OUTFLOW, REFUNDED
}
