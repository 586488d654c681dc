package org.aidledger.inspection;

/** How grave a finding is. */
public enum Severity {
    LOW, MEDIUM, HIGH
}
