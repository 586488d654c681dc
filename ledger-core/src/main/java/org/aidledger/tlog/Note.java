package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A signed note (C2SP signed-note): a text and the signatures over it. Nothing in the text may be believed before
 * {@link #verify}.
 *
 * @param text
 *            ends in a newline; no other control characters; the signatures cover exactly this
 * @param signatures
 *            1 to 100, in the order of their lines
 */
public record Note(String text, List<NoteSignature> signatures) {

    private static final String BLANK_LINE = "\n\n";

    public Note {
        requireText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > Limits.NOTE_SIGNATURES_MAX) {
            throw new TlogException.Malformed("note",
                    "must have 1 to " + Limits.NOTE_SIGNATURES_MAX + " signatures, not " + signatures.size());
        }
    }

    /** A signature that was checked, and the key that made it. */
    public record Verified(VerifierKey key, NoteSignature signature) {
    }

    static void requireText(String text) {
        if (!text.endsWith("\n")) {
            throw new TlogException.Malformed("note text", "does not end in a newline");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new TlogException.Malformed("note text", "has a control character other than newline");
        }
        if (StrictText.utf8(text, "note text").length > Limits.NOTE_BYTES_MAX) {
            throw new TlogException.Malformed("note text", "longer than " + Limits.NOTE_BYTES_MAX + " bytes");
        }
    }

    /** Reads a note strictly; no signature is checked yet. */
    public static Note parse(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES_MAX) {
            throw new TlogException.Malformed("note", "longer than " + Limits.NOTE_BYTES_MAX + " bytes");
        }
        return parse(StrictText.utf8(bytes, "note"));
    }

    /** Reads a note strictly; no signature is checked yet. */
    public static Note parse(String note) {
        int blank = note.lastIndexOf(BLANK_LINE);
        if (blank < 0) {
            throw new TlogException.Malformed("note", "no empty line between text and signatures");
        }
        return new Note(note.substring(0, blank + 1), parseSignatures(note.substring(blank + BLANK_LINE.length())));
    }

    /** Reads signature lines, each ended by a newline, as a witness answers them. */
    public static List<NoteSignature> parseSignatures(String lines) {
        if (!lines.endsWith("\n")) {
            throw new TlogException.Malformed("note", "no signature line ended by a newline");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        int start = 0;
        while (start < lines.length()) {
            if (signatures.size() == Limits.NOTE_SIGNATURES_MAX) {
                throw new TlogException.Malformed("note", "more than " + Limits.NOTE_SIGNATURES_MAX + " signatures");
            }
            int end = lines.indexOf('\n', start);
            signatures.add(NoteSignature.parse(lines.substring(start, end)));
            start = end + 1;
        }
        return List.copyOf(signatures);
    }

    /** This note with one more signature line. */
    public Note with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /**
     * Checks every signature that claims to be of a known key; lines of unknown keys are ignored.
     *
     * @return the signatures of known keys, at least one
     * @throws TlogException.Unproven
     *             if no known key signed, or a known key's signature does not hold
     */
    public List<Verified> verify(Collection<VerifierKey> known) {
        List<Verified> verified = signaturesOf(known);
        if (verified.isEmpty()) {
            throw new TlogException.Unproven("note", "not signed by a known key");
        }
        return verified;
    }

    /** As {@link #verify}, but it may be that no known key signed. */
    List<Verified> signaturesOf(Collection<VerifierKey> known) {
        List<Verified> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!key.made(signature)) {
                    continue;
                }
                if (!key.verifies(text, signature)) {
                    throw new TlogException.Unproven("signature line of " + key.name(), "the signature does not hold");
                }
                verified.add(new Verified(key, signature));
            }
        }
        return List.copyOf(verified);
    }

    /** The note as it is stored and served, in UTF-8. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is stored and served. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(signature).append('\n');
        }
        return note.toString();
    }
}
