package org.aidledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What C2SP signed-note allows as the name of a key. */
final class KeyName {

    private static final int NEXT_LINE = 0x85;

    private KeyName() {
    }

    static String require(String name, String where) {
        if (name.isEmpty()) {
            throw new TlogException.Malformed(where, "empty key name");
        }
        if (name.codePoints().anyMatch(c -> c == '+' || c < ' ' || isSpace(c))) {
            throw new TlogException.Malformed(where, "key name with a space, a plus or a control character");
        }
        if (StrictText.utf8(name, where).length > Limits.KEY_NAME_BYTES_MAX) {
            throw new TlogException.Malformed(where, "key name longer than " + Limits.KEY_NAME_BYTES_MAX + " bytes");
        }
        return name;
    }

    /** Unicode White_Space: Java splits it over two methods and leaves out U+0085. */
    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == NEXT_LINE;
    }

    /** The first four bytes of {@code SHA-256(name || 0x0A || type || public key)}. */
    static int id(String name, SignatureType type, byte[] publicKey) {
        MessageDigest digest = TreeHasher.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type.identifier());
        return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    }
}
