package org.aidledger.bank;

import java.util.regex.Pattern;

/**
 * The stream of one money account's bank statements; see {@link StatementAccount#id()}.
 *
 * @param value {@code BNK-} and 1 to 80 letters, digits, dots, dashes or underscores
 */
public record BankStatementId(String value) {

    public static final String PREFIX = "BNK-";

    private static final Pattern FORM = Pattern.compile("BNK-[A-Za-z0-9._-]{1,80}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public BankStatementId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of an account's bank statements is BNK- and up to 80 letters, digits, '.', '-' or '_': "
                            + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
