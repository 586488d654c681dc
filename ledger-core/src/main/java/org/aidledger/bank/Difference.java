package org.aidledger.bank;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Part of what lies between the bank's balance and the ledger's on the last day of a statement, and why. The bank's balance less
 * the ledger's is the opening difference and the lines, less the entries.
 *
 * @param reference number of the line, or index of the entry in the log; null for the opening
 * @param amount of the line or entry, with its own sign
 * @param explanation what it is, in the words of who reconciles
 */
public record Difference(Kind kind, @Nullable Long reference, BigDecimal amount, String explanation) {

    /** What is on one side only. */
    public enum Kind {
        /** The bank's balance before the first statement, less the entries before it that no line was matched with. */
        OPENING,
        /** A line of a statement that no entry of the ledger up to the day is matched with. */
        LINE,
        /** An entry of the ledger that no line up to the day is matched with. */
        ENTRY
    }

    /** What it adds to the bank's balance less the ledger's. */
    BigDecimal weight() {
        return kind == Kind.ENTRY ? amount.negate() : amount;
    }
}
