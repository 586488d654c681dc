package org.aidledger.rules;

/** What the decrees set a time for. */
public enum Deadline {
    /** From a valid dossier to the end of its appraisal. */
    APPRAISAL,
    /** From the request to an agency to its opinion. */
    OPINION,
    /** From the pledge of emergency relief to its approval. */
    EMERGENCY_APPROVAL,
    /** How long an approval may lie idle before it may be revoked. */
    IDLE_APPROVAL,
    /** From the end of a period to its report. */
    PERIODIC_REPORT
}
