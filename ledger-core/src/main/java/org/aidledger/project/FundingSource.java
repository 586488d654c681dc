package org.aidledger.project;

/** Whose money is moved. Counterpart money never consumes approved aid. */
public enum FundingSource {
    AID,
    /** vốn đối ứng */
    COUNTERPART
}
