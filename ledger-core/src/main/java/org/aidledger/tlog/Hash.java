package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that nobody can change. */
public final class Hash {

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}, which must be 32. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** A copy of the 32 bytes that begin at {@code offset}. */
    public static Hash at(byte[] hashes, int offset) {
        if (offset < 0 || offset > hashes.length - HASH_BYTES) {
            throw new IllegalArgumentException("no 32 bytes at offset " + offset + " of " + hashes.length);
        }
        return new Hash(Arrays.copyOfRange(hashes, offset, offset + HASH_BYTES));
    }

    /** Reads 64 lowercase hexadecimal digits. */
    public static Hash parseHex(String hex) {
        if (hex.length() != 2 * HASH_BYTES
                || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new TlogException.Malformed("hash", "not 64 lowercase hexadecimal digits");
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** Reads standard, padded, canonical base64 of 32 bytes. */
    public static Hash parseBase64(String base64) {
        return parseBase64(base64, "hash");
    }

    static Hash parseBase64(String base64, String where) {
        byte[] bytes = StrictText.base64(base64, where);
        if (bytes.length != HASH_BYTES) {
            throw new TlogException.Malformed(where, "a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Writes the 32 bytes into {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, HASH_BYTES);
    }

    /** Whether the 32 bytes at {@code offset} are this hash. */
    public boolean matches(byte[] hashes, int offset) {
        return offset >= 0 && offset <= hashes.length - HASH_BYTES
                && Arrays.equals(bytes, 0, HASH_BYTES, hashes, offset, offset + HASH_BYTES);
    }

    /** 64 lowercase hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Standard base64 with padding: 44 characters. */
    public String base64() {
        return StrictText.base64(bytes);
    }

    /** The bytes themselves, for the hot paths of this package, which must not change them. */
    byte[] shared() {
        return bytes;
    }

    /** Wraps without a copy; the caller gives the array away. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hexadecimal form. */
    @Override
    public String toString() {
        return hex();
    }
}
