package org.aidledger.app.bank;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.bank.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Why something is on one side only.
 *
 * @param kind which side
 * @param reference number of the line, index of the entry; null for the opening difference
 */
public record Explanation(Difference.Kind kind, @Nullable Long reference, String text) {

    private static final Pattern WRITTEN = Pattern.compile("(?s)(?:(opening)|(line|entry):([0-9]{1,18}))=(.*)");

    /**
     * Reads {@code line:12=...}, {@code entry:417=...} or {@code opening=...}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Explanation parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an explanation is line:NUMBER=TEXT, entry:INDEX=TEXT or opening=TEXT, not \""
                            + written + "\"");
        }
        return matcher.group(1) != null ? new Explanation(Difference.Kind.OPENING, null, matcher.group(4))
                : new Explanation(Difference.Kind.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                        Long.valueOf(matcher.group(3)), matcher.group(4));
    }

    boolean isOf(Difference difference) {
        return kind == difference.kind() && Objects.equals(reference, difference.reference());
    }
}
