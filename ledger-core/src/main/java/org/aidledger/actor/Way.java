package org.aidledger.actor;

/** The two ways a fact comes in; the difference decides what a broken rule does. */
public enum Way {
    /** An officer decides or pays through the ledger: a command that breaks a rule is refused. */
    DECIDED,
    /** It already happened and is reported: it is recorded, and each broken rule is noted beside it. */
    REPORTED
}
