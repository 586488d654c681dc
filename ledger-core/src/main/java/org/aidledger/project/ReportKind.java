package org.aidledger.project;

/** How long a period a report covers. */
public enum ReportKind {
    HALF_YEAR, YEAR,
    /** At the end of the project. */
    FINAL
}
