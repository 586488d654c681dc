package org.aidledger.app.exchange.iati;

/**
 * Something in a file that is not as the standard wants it, and was read all the same. A file's facts are recorded even
 * if they should not have happened; an oddity lets the ledger note the breach beside them.
 *
 * @param kind what is odd
 * @param line where, counted from 1
 * @param detail the words or figures it is about; at most {@value #DETAIL_CHARACTERS_MAX} characters
 */
public record Oddity(OddityKind kind, int line, String detail) {

    static final int DETAIL_CHARACTERS_MAX = 200;

    public Oddity {
        detail = Excerpt.of(detail, DETAIL_CHARACTERS_MAX);
    }
}
