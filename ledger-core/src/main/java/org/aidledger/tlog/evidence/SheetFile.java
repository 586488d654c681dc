package org.aidledger.tlog.evidence;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.tlog.TlogException;

/**
 * The sheet of a month in the canonical form that a closing sealed.
 *
 * @param periods
 *            id of the reporting entity's periods
 * @param month
 *            for example 2026-03
 * @param size
 *            events it was summed over
 */
record SheetFile(String periods, String month, long size, List<Line> lines) {

    private static final String FORM = "aid-ledger-sheet-v1";
    private static final int HEAD_LINES = 4;

    SheetFile {
        lines = List.copyOf(lines);
    }

    /** One balance; debit positive. */
    record Line(String project, String account, String currency, BigDecimal amount) {
    }

    /**
     * Reads one strictly.
     *
     * @throws TlogException.Malformed
     *             when it is not of this form
     */
    static SheetFile parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("not UTF-8");
        }
        String[] rows = text.split("\n", -1);
        if (rows.length <= HEAD_LINES || !rows[0].equals(FORM) || !rows[rows.length - 1].isEmpty()
                || !rows[3].matches("0|[1-9][0-9]{0,17}")) {
            throw malformed("not " + FORM + ", periods, month, size and lines");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = HEAD_LINES; i < rows.length - 1; i++) {
            String[] cells = rows[i].split("\t", -1);
            if (cells.length != 4 || !cells[3].matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?")) {
                throw malformed("line " + (i + 1) + " is not project, account, currency and amount");
            }
            lines.add(new Line(cells[0], cells[1], cells[2], new BigDecimal(cells[3])));
        }
        return new SheetFile(rows[1], rows[2], Long.parseLong(rows[3]), lines);
    }

    private static TlogException malformed(String what) {
        return new TlogException.Malformed(Members.SHEET, what);
    }
}
