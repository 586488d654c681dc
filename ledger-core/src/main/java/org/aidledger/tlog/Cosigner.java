package org.aidledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Cosigns checkpoints as a witness (C2SP tlog-cosignature, Ed25519): a statement that at a time this was the largest
 * consistent tree the witness had seen. The caller checks consistency first.
 */
public final class Cosigner {

    private final SigningKey key;
    private final VerifierKey verifier;

    /** Cosigns under the witness's name; use the key for nothing else. */
    public Cosigner(String name, SigningKey key) {
        this.key = key;
        this.verifier = VerifierKey.of(name, SignatureType.COSIGNATURE_V1, key.publicKey());
    }

    /** What verifiers need to know. */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /** The cosignature of a checkpoint's text at a time, of which whole seconds count. */
    public NoteSignature cosign(String checkpointText, Instant time) {
        Checkpoint.parse(checkpointText);
        long seconds = time.getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException("a cosignature's time is not before 1970: " + time);
        }
        byte[] signature = key.sign(message(seconds, checkpointText));
        return NoteSignature.of(verifier,
                ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
    }

    static byte[] message(long seconds, String checkpointText) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpointText).getBytes(StandardCharsets.UTF_8);
    }
}
