package org.aidledger.view.balance;

/** Whose money a posting is. Counterpart money never consumes approved aid. */
public enum FundingSource {
    AID,
    /** vốn đối ứng */
    COUNTERPART
}
