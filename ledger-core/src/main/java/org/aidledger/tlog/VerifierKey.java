package org.aidledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The public half of a note signer (C2SP signed-note, "vkey"): {@code <name>+<8 hex digits of key id>+<base64(type ||
 * public key)>}. A verifier gets it by a way it trusts, never from the note.
 */
public final class VerifierKey {

    private static final int TEXT_CHARS_MAX = 1_024;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int keyId;

    private VerifierKey(String name, SignatureType type, byte[] publicKey) {
        this.name = KeyName.require(name, "verifier key");
        this.type = type;
        this.publicKey = publicKey.clone();
        if (publicKey.length != SigningKey.KEY_BYTES || !SigningKey.isPublicKey(publicKey)) {
            throw new TlogException.Malformed("verifier key", "not an Ed25519 public key");
        }
        this.keyId = KeyName.id(name, type, publicKey);
    }

    /** The key of a name, a kind of signature and the 32 bytes of an Ed25519 public key. */
    public static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey);
    }

    /** Reads what {@link #toString()} writes, and nothing else. */
    public static VerifierKey parse(String text) {
        String[] parts = text.length() > TEXT_CHARS_MAX ? new String[0] : text.split("\\+", 3);
        if (parts.length != 3) {
            throw new TlogException.Malformed("verifier key", "not <name>+<key id>+<base64>");
        }
        byte[] typed = StrictText.base64(parts[2], "verifier key");
        if (typed.length != 1 + SigningKey.KEY_BYTES) {
            throw new TlogException.Malformed("verifier key", "must hold 33 bytes, not " + typed.length);
        }
        VerifierKey key = new VerifierKey(parts[0], SignatureType.of(typed[0], "verifier key"),
                Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text)) {
            throw new TlogException.Malformed("verifier key", "the key id is not that of name and key");
        }
        return key;
    }

    /** The key's name; for a log, its origin. */
    public String name() {
        return name;
    }

    /** The kind of signature the key makes. */
    public SignatureType type() {
        return type;
    }

    /** The 32-bit key id, as it stands in signature lines. */
    public int keyId() {
        return keyId;
    }

    /** The 32 bytes of the public key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Whether a signature line claims to be this key's: both name and key id are the same. */
    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId;
    }

    boolean verifies(String text, NoteSignature signature) {
        byte[] value = signature.value();
        if (type == SignatureType.ED25519) {
            return value.length == SigningKey.SIGNATURE_BYTES
                    && SigningKey.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), value);
        }
        if (value.length != Long.BYTES + SigningKey.SIGNATURE_BYTES) {
            return false;
        }
        long time = ByteBuffer.wrap(value).getLong();
        return time >= 0 && SigningKey.verifies(publicKey, Cosigner.message(time, text),
                Arrays.copyOfRange(value, Long.BYTES, value.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId);
    }

    /** The vkey text. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + publicKey.length).put(type.identifier()).put(publicKey).array();
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + StrictText.base64(typed);
    }
}
