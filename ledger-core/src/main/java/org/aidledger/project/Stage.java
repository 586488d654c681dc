package org.aidledger.project;

/** How far the life of an aid project has come. */
public enum Stage {
    PLEDGED, SUBMITTED, UNDER_APPRAISAL, APPROVED, IMPLEMENTING, SUSPENDED, COMPLETED, HANDED_OVER, SETTLED,
    /** Until reopened by order. */
    CLOSED,
    /** For good; what is left is refunded and settled. */
    CANCELLED, REFUSED, REVOKED,
    /** The donor took back its pledge before a decision. */
    WITHDRAWN
}
