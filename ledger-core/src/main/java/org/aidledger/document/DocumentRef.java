package org.aidledger.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A supporting document (chứng từ): what people call it and, where the ledger keeps its bytes, their SHA-256.
 *
 * @param reference number or title, for example {@code 123/QĐ-UBND}
 * @param sha256 64 lower-case hexadecimal digits, or null where only the reference is known
 */
public record DocumentRef(String reference, @Nullable String sha256) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the reference is blank or the digest is not 64 hexadecimal digits */
    public DocumentRef {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a document needs a number or a title");
        }
        if (sha256 != null && !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits, not \"" + sha256 + "\"");
        }
    }

    public static DocumentRef of(String reference) {
        return new DocumentRef(reference, null);
    }
}
