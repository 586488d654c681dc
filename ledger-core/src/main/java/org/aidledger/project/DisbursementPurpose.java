package org.aidledger.project;

/** What a disbursement is. */
public enum DisbursementPurpose {
    /** tạm ứng: still to be accounted for. */
    ADVANCE,
    /** Passed on for good, to a contractor or an implementing partner. */
    PAYMENT
}
