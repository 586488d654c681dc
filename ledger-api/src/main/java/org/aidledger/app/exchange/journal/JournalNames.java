package org.aidledger.app.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.Account;
import org.aidledger.view.balance.Posting;

/**
 * Names that both hledger and beancount read: an account's parts are letters, digits and hyphens and begin with a capital or a
 * digit; a currency is capitals. Different names stay different.
 */
final class JournalNames {

    private static final Pattern PLAIN_CURRENCY = Pattern.compile("[A-Z]{2,20}");
    private static final String ENCODED_CURRENCY = "XQ";

    private JournalNames() {
    }

    /** For example {@code Assets:Cash:PRJ-0001:M-bidv-usd}. */
    static String account(Posting posting) {
        String name = root(posting.account()) + ":" + words(posting.account()) + ":" + part(posting.project());
        return posting.moneyAccount() == null ? name : name + ":M-" + part(posting.moneyAccount());
    }

    /** The five kinds of account that beancount has; memo accounts are no income and no debt, so they are equity. */
    private static String root(Account account) {
        return switch (account) {
            case CASH, ADVANCES, GOODS -> "Assets";
            case GRANT_INCOME, GRANT_DIRECT, GRANT_IN_KIND, REPORTED_INCOME, SALE_INCOME, INTEREST_INCOME,
                    RECOVERY_INCOME,
                    COUNTERPART ->
                "Income";
            case EXPENDITURE, REFUNDS, TRANSFERS_OUT, GOODS_LOSS, COST_OF_GOODS_SOLD, FX_DIFFERENCE -> "Expenses";
            case PLEDGE_IN, PLEDGE_OUT, PLEDGE_MEMO, COMMITMENT_IN, COMMITMENT_OUT, COMMITMENT_MEMO, APPROVED,
                    APPROVAL_MEMO, DISBURSED, DISBURSEMENT_MEMO, REPORTED_FUNDING, EXCHANGE ->
                "Equity";
        };
    }

    /** {@code PLEDGE_IN} as {@code Pledge-In}. */
    private static String words(Account account) {
        var words = new StringBuilder();
        for (String word : account.name().split("_")) {
            words.append(words.isEmpty() ? "" : "-").append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    /** Letters, digits and hyphens as they are; any other byte, in UTF-8, as {@code --} and two hexadecimal digits. */
    private static String part(String name) {
        var part = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isDoubledHyphen = b == '-' && !part.isEmpty() && part.charAt(part.length() - 1) == '-';
            if (!isDoubledHyphen
                    && (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '-')) {
                part.append((char) b);
            } else {
                part.append("--%02X".formatted(b & 0xff));
            }
        }
        return part.toString();
    }

    /** The code itself, for all that ISO 4217 lists; else {@value #ENCODED_CURRENCY} and its bytes, two letters A to P each. */
    static String currency(Currency currency) {
        String code = currency.code();
        if (PLAIN_CURRENCY.matcher(code).matches() && !code.startsWith(ENCODED_CURRENCY)) {
            return code;
        }
        var name = new StringBuilder(ENCODED_CURRENCY);
        for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
            name.append((char) ('A' + (b >> 4 & 15))).append((char) ('A' + (b & 15)));
        }
        return name.toString();
    }
}
