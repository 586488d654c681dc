package org.aidledger.project;

/** Kind of aid item; the approving authority goes by kind (Decree 80/2020 and its successor). */
public enum AidKind {
    PROGRAMME, PROJECT,
    /** phi dự án */
    NON_PROJECT,
    /** viện trợ khẩn cấp: Decree 50/2020 */
    EMERGENCY_RELIEF
}
