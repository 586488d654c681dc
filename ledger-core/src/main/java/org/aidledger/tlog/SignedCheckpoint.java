package org.aidledger.tlog;

import java.util.Collection;
import java.util.List;

/**
 * A checkpoint and the note it came in, whose signatures are not yet checked.
 *
 * @param checkpoint
 *            what the note's text says
 * @param note
 *            the text and its signatures, verbatim
 */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.text())) {
            throw new IllegalArgumentException("the note's text is not that of the checkpoint");
        }
    }

    /** Signs a checkpoint with its log's key, which must have the origin as its name. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner log) {
        requireOrigin(checkpoint, log.verifierKey());
        return new SignedCheckpoint(checkpoint, log.note(checkpoint.text()));
    }

    /** Reads a signed checkpoint strictly; no signature is checked yet. */
    public static SignedCheckpoint parse(byte[] bytes) {
        return of(Note.parse(bytes));
    }

    static SignedCheckpoint of(Note note) {
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** This checkpoint with one more cosignature line. */
    public SignedCheckpoint with(NoteSignature cosignature) {
        return new SignedCheckpoint(checkpoint, note.with(cosignature));
    }

    /**
     * Checks that the log of this key signed.
     *
     * @throws TlogException.Unproven
     *             if the origin is another, the log did not sign or its signature does not hold
     */
    public Checkpoint verify(VerifierKey log) {
        return verify(log, List.of(), 0);
    }

    /**
     * Checks that the log signed and that at least {@code quorum} of the known witnesses cosigned.
     *
     * @throws TlogException.Unproven
     *             otherwise, or if a known key's signature does not hold
     */
    public Checkpoint verify(VerifierKey log, Collection<VerifierKey> witnesses, int quorum) {
        requireOrigin(checkpoint, log);
        note.verify(List.of(log));
        long cosigned = note.signaturesOf(witnesses).stream().map(Note.Verified::key).distinct().count();
        if (cosigned < quorum) {
            throw new TlogException.Unproven("checkpoint of size " + checkpoint.size(),
                    cosigned + " known witnesses cosigned, " + quorum + " are needed");
        }
        return checkpoint;
    }

    private static void requireOrigin(Checkpoint checkpoint, VerifierKey log) {
        if (!log.name().equals(checkpoint.origin()) || log.type() != SignatureType.ED25519) {
            throw new TlogException.Unproven("checkpoint line 1",
                    "the origin \"" + checkpoint.origin() + "\" is not that of the key \"" + log.name() + "\"");
        }
    }

    /** The note as it is stored and served, in UTF-8. */
    public byte[] toBytes() {
        return note.toBytes();
    }
}
