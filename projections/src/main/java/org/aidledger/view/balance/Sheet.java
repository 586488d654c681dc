package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.aidledger.digest.Sha256;
import org.aidledger.money.Currency;

/**
 * What the accounts of a reporting entity's projects add up to at the end of a month: postings booked up to it, of events with
 * an index below {@code size}. Its canonical form, which a closing seals by SHA-256, is described in
 * {@code docs/reference/sheet.md}.
 *
 * @param period id of the entity's periods
 * @param size the number of events it was summed over
 * @param lines by project, account and currency; none of them zero
 */
public record Sheet(String period, YearMonth month, long size, List<Line> lines) {

    private static final String FORM = "aid-ledger-sheet-v1";

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** One balance; debit positive. */
    public record Line(String project, Account account, Currency currency, BigDecimal amount) {
    }

    /** The text that is hashed: UTF-8, every line ended by a line feed. */
    public String canonical() {
        StringBuilder text = new StringBuilder(100 + 60 * lines.size());
        text.append(FORM).append('\n').append(period).append('\n').append(month).append('\n').append(size).append('\n');
        for (Line line : lines) {
            text.append(line.project).append('\t').append(line.account).append('\t').append(line.currency).append('\t')
                    .append(line.amount.stripTrailingZeros().toPlainString()).append('\n');
        }
        return text.toString();
    }

    /** SHA-256 of the canonical form, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(canonical());
    }
}
