package org.aidledger.bank;

/** What an event moves on one money account in one currency. */
public record AccountMove(StatementAccount account, CashMove move) {
}
