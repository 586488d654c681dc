package org.aidledger.bank;

import java.util.HexFormat;
import org.aidledger.money.Currency;

/**
 * What a bank statement is of: one currency of one money account that a project has opened.
 *
 * @param project id of the project, {@code PRJ-...}
 * @param moneyAccount the name the project's movements refer to it by, for example {@code bidv-usd}
 */
public record StatementAccount(String project, String moneyAccount, Currency currency) {

    private static final String PROJECT_PREFIX = "PRJ-";

    /**
     * The one stream that the account's statements are in: its three parts, with every character of them but letters, digits and
     * dashes spelled as {@code _} and the four hexadecimal digits of its UTF-16 code, so that no two accounts share one.
     *
     * @throws IllegalArgumentException when that is longer than an id may be
     */
    public BankStatementId id() {
        String own = project.startsWith(PROJECT_PREFIX) ? project.substring(PROJECT_PREFIX.length()) : project;
        return new BankStatementId(BankStatementId.PREFIX + spelled(own) + "." + spelled(moneyAccount) + "."
                + spelled(currency.code()));
    }

    private static String spelled(String part) {
        var id = new StringBuilder(part.length());
        for (char c : part.toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
                id.append(c);
            } else {
                id.append('_').append(HexFormat.of().toHexDigits(c));
            }
        }
        return id.toString();
    }

    @Override
    public String toString() {
        return project + "/" + moneyAccount + "/" + currency;
    }
}
