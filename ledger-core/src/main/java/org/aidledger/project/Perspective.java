package org.aidledger.project;

/** Whose books a project's money is told from: a donor's disbursement is its recipient's incoming money. */
public enum Perspective {
    /** The recipient keeps the books here. */
    OWNER,
    DONOR, INTERMEDIARY
}
