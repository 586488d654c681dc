package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signs notes with Ed25519 under a key name; a log's key name is its origin. */
public final class NoteSigner {

    private final SigningKey key;
    private final VerifierKey verifier;

    /** Signs under a name that C2SP signed-note allows: no spaces, no plus. */
    public NoteSigner(String name, SigningKey key) {
        this.key = key;
        this.verifier = VerifierKey.of(name, SignatureType.ED25519, key.publicKey());
    }

    /** What verifiers need to know. */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /** The signature over a text, which must be a note's text. */
    public NoteSignature sign(String text) {
        Note.requireText(text);
        return NoteSignature.of(verifier, key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The note of a text with this signer's signature alone. */
    public Note note(String text) {
        return new Note(text, List.of(sign(text)));
    }
}
