package org.aidledger.eventstore;

import java.util.HexFormat;

/**
 * A caller's name for one request, so that asking twice does it once.
 *
 * @param value chosen by the caller, 1 to {@value #LENGTH_MAX} characters
 * @param requestSha256 digest of the request it was first used with, hexadecimal: the same key with another request is refused
 */
public record IdempotencyKey(String value, String requestSha256) {

    public static final int LENGTH_MAX = 200;

    /** @throws IllegalArgumentException when the key is blank or too long, or the digest is not a SHA-256 */
    public IdempotencyKey {
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + LENGTH_MAX + " characters");
        }
        if (HexFormat.of().parseHex(requestSha256).length != 32) {
            throw new IllegalArgumentException("a SHA-256 is 64 hexadecimal digits");
        }
    }

    /** The digest's 32 bytes. */
    byte[] requestDigest() {
        return HexFormat.of().parseHex(requestSha256);
    }
}
