package org.aidledger.actor;

/** What somebody may be entrusted with. */
public enum GrantedRole {
    /** Enters what happens to projects and donors. */
    OFFICER,
    /** Appraises dossiers. */
    APPRAISER,
    /** Approves. */
    APPROVER,
    /** Keeps the periods and closes them. */
    ACCOUNTANT,
    /** Carries out post-inspections. */
    INSPECTOR,
    /** Reads everything. */
    AUDITOR,
    /** Grants and withdraws roles, and posts nothing. */
    ADMINISTRATOR
}
