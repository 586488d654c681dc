package org.aidledger.inspection;

/** Result of one check. */
public enum CheckResult {
    PASS, FAIL, NOT_APPLICABLE
}
