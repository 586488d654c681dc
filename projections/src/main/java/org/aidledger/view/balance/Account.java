package org.aidledger.view.balance;

/** The accounts that postings are made on. Debit is positive. */
public enum Account {
    PLEDGE_IN, PLEDGE_OUT, PLEDGE_MEMO,
    COMMITMENT_IN, COMMITMENT_OUT, COMMITMENT_MEMO,
    APPROVED, APPROVAL_MEMO,
    /** The project's bank and treasury accounts; moves only for a project that has opened one here. */
    CASH,
    /** Money received on an account kept here. */
    GRANT_INCOME,
    /** What the donor paid to a supplier itself. */
    GRANT_DIRECT,
    /** Paid out and still to be accounted for. */
    ADVANCES,
    /** Every disbursement, advance or direct payment, less what came back. */
    DISBURSED, DISBURSEMENT_MEMO,
    EXPENDITURE,
    /** Goods in stock, at the value they were given. */
    GOODS,
    /** Goods and expert services received, at value. */
    GRANT_IN_KIND,
    GOODS_LOSS, COST_OF_GOODS_SOLD, SALE_INCOME, INTEREST_INCOME, RECOVERY_INCOME,
    /** What one currency was exchanged for another with; an exchange difference takes away what the rates leave on it. */
    EXCHANGE,
    /** Losses by exchange rates; gains are negative. */
    FX_DIFFERENCE,
    /** The counterpart fund received. */
    COUNTERPART,
    /** Given back to the donor. */
    REFUNDS,
    /** Passed on for good to a contractor or an implementing partner. */
    TRANSFERS_OUT,
    /** What reported flows of a project without a cash book here come from and go to; not cash. */
    REPORTED_FUNDING,
    /** Reported incoming funds of such a project. */
    REPORTED_INCOME
}
