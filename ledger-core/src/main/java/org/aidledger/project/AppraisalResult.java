package org.aidledger.project;

/** What an appraisal (thẩm định) comes to. */
public enum AppraisalResult {
    /** đủ điều kiện: the aid can be approved. */
    FAVOURABLE,
    /** không đủ điều kiện */
    UNFAVOURABLE
}
