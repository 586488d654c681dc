package org.aidledger.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name
 *            the key's name
 * @param base64
 *            canonical base64 of the 4-byte key id and the signature
 */
public record NoteSignature(String name, String base64) {

    private static final String DASH = "\u2014 ";
    private static final int SIGNED_BYTES_MIN = 5;

    public NoteSignature {
        KeyName.require(name, "signature line");
        if (StrictText.base64(base64, "signature line of " + name).length < SIGNED_BYTES_MIN) {
            throw new TlogException.Malformed("signature line of " + name, "shorter than a key id and a signature");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + value.length).putInt(key.keyId()).put(value).array();
        return new NoteSignature(key.name(), StrictText.base64(bytes));
    }

    /** Reads a line without its newline. */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new TlogException.Malformed("signature line", "not \"\u2014 <key name> <base64>\"");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The 32-bit key id. */
    public int keyId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    /** The time a cosignature states; empty for a signature of another kind. Trust it only after verifying. */
    public Optional<Instant> time(VerifierKey key) {
        byte[] value = value();
        if (key.type() != SignatureType.COSIGNATURE_V1 || value.length < Long.BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(value).getLong();
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }

    byte[] value() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    private byte[] bytes() {
        return StrictText.base64(base64, "signature line of " + name);
    }

    /** The line without its newline. */
    @Override
    public String toString() {
        return DASH + name + " " + base64;
    }
}
