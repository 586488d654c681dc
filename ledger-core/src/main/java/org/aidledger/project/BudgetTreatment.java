package org.aidledger.project;

/** Whether the aid is revenue of the state budget (Circular 23/2022/TT-BTC). */
public enum BudgetTreatment {
    STATE_BUDGET_REVENUE, OFF_BUDGET,
    /** A reported project whose file does not say. */
    NOT_REPORTED
}
