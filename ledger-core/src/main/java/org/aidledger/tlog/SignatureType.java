package org.aidledger.tlog;

/** The kinds of note signature that are read and written here (C2SP signed-note, "Signature types"). */
public enum SignatureType {

    /** Ed25519 over the note's text; a log signs its checkpoints so. */
    ED25519((byte) 0x01),
    /** Ed25519 over a time and the note's text; a witness cosigns so (C2SP tlog-cosignature). */
    COSIGNATURE_V1((byte) 0x04);

    private final byte identifier;

    SignatureType(byte identifier) {
        this.identifier = identifier;
    }

    byte identifier() {
        return identifier;
    }

    static SignatureType of(byte identifier, String where) {
        for (SignatureType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new TlogException.Malformed(where, "unknown signature type " + (identifier & 0xff));
    }
}
