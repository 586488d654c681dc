package org.aidledger.app.exchange.table;

/**
 * Text that a spreadsheet shows and does not carry out: a cell that begins like a formula is written with an apostrophe before it
 * (OWASP, CSV Injection). What begins a formula: {@code = + - @}, their full-width forms, a tab, a carriage return or a line
 * feed, also after blanks.
 */
final class PlainText {

    private static final String FORMULA_BEGINS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

    private PlainText() {
    }

    static String of(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) {
            i++;
        }
        return i < text.length() && FORMULA_BEGINS.indexOf(text.charAt(i)) >= 0;
    }
}
