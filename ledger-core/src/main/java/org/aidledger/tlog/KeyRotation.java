package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statement by which a log goes over to a new key: a note that the old key signs, which hands the log on, and the new one,
 * which takes it over. Checkpoints up to the size it names are the old key's, those from it on the new one's.
 *
 * <pre>
 * aidledger.org/key-rotation@v1
 * &lt;origin&gt;
 * from &lt;verifier key&gt;
 * to &lt;verifier key&gt;
 * size &lt;events&gt;
 * root &lt;base64&gt;
 * </pre>
 *
 * @param from
 *            the key that was the log's
 * @param to
 *            the key that is
 * @param at
 *            the last checkpoint of the one and the first of the other
 * @param note
 *            the statement, signed; nothing is verified before {@link #verify}
 */
public record KeyRotation(VerifierKey from, VerifierKey to, Checkpoint at, Note note) {

    /** First line of the statement; no checkpoint begins so, its second line being a number. */
    public static final String CONTEXT = "aidledger.org/key-rotation@v1";

    private static final String WHERE = "key rotation";
    private static final String BLANK_LINE = "\n\n";
    private static final List<String> NAMES = List.of("from ", "to ", "size ", "root ");

    public KeyRotation {
        boolean ofTheLog = from.name().equals(at.origin()) && to.name().equals(at.origin())
                && from.type() == SignatureType.ED25519 && to.type() == SignatureType.ED25519;
        if (!ofTheLog || from.equals(to)) {
            throw new TlogException.Malformed(WHERE, "not from one key of " + at.origin() + " to another");
        }
        if (!note.text().equals(text(from, to, at))) {
            throw new TlogException.Malformed(WHERE, "is not written as a key rotation is");
        }
    }

    /** The statement of both keys, at the log's last checkpoint under the old one. */
    public static KeyRotation sign(Checkpoint at, NoteSigner from, NoteSigner to) {
        String text = text(from.verifierKey(), to.verifierKey(), at);
        return new KeyRotation(from.verifierKey(), to.verifierKey(), at,
                new Note(text, List.of(from.sign(text), to.sign(text))));
    }

    private static String text(VerifierKey from, VerifierKey to, Checkpoint at) {
        return CONTEXT + "\n" + at.origin() + "\nfrom " + from + "\nto " + to + "\nsize " + at.size() + "\nroot "
                + at.root().base64() + "\n";
    }

    /**
     * Reads a file of rotations, strictly: notes with an empty line between them, at most {@value Limits#KEY_ROTATIONS_MAX}.
     * No signature is checked yet.
     */
    public static List<KeyRotation> parseAll(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES_MAX) {
            throw new TlogException.Malformed(WHERE, "longer than " + Limits.NOTE_BYTES_MAX + " bytes");
        }
        if (bytes.length == 0) {
            return List.of();
        }
        String[] blocks = StrictText.utf8(bytes, WHERE).split(BLANK_LINE, -1);
        if (blocks.length % 2 != 0 || blocks.length / 2 > Limits.KEY_ROTATIONS_MAX) {
            throw new TlogException.Malformed(WHERE,
                    "not 1 to " + Limits.KEY_ROTATIONS_MAX + " signed notes with an empty line between them");
        }
        List<KeyRotation> rotations = new ArrayList<>();
        for (int i = 0; i < blocks.length; i += 2) {
            boolean last = i + 2 == blocks.length;
            rotations.add(of(new Note(blocks[i] + "\n", Note.parseSignatures(blocks[i + 1] + (last ? "" : "\n")))));
        }
        if (!Arrays.equals(write(rotations), bytes)) {
            throw new TlogException.Malformed(WHERE, "is not written as key rotations are");
        }
        return rotations;
    }

    private static KeyRotation of(Note note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length != NAMES.size() + 3 || !lines[0].equals(CONTEXT)) {
            throw new TlogException.Malformed(WHERE, "not " + CONTEXT + " and five lines more");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            if (!lines[i + 2].startsWith(name)) {
                throw new TlogException.Malformed(WHERE + " line " + (i + 3), "not \"" + name + "...\"");
            }
            values.add(lines[i + 2].substring(name.length()));
        }
        Checkpoint at = new Checkpoint(lines[1],
                StrictText.decimal(values.get(2), Limits.TREE_SIZE_MAX, WHERE + " line 5"),
                Hash.parseBase64(values.get(3), WHERE + " line 6"));
        return new KeyRotation(VerifierKey.parse(values.get(0)), VerifierKey.parse(values.get(1)), at, note);
    }

    /** The file that {@link #parseAll} reads. */
    public static byte[] write(List<KeyRotation> rotations) {
        return rotations.stream().map(rotation -> rotation.note().toString()).collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Checks that both keys signed.
     *
     * @throws TlogException.Unproven
     *             otherwise
     */
    public void verify() {
        Set<VerifierKey> signed = new HashSet<>();
        note.verify(List.of(from, to)).forEach(verified -> signed.add(verified.key()));
        if (signed.size() < 2) {
            throw new TlogException.Unproven(WHERE + " at size " + at.size(), "not signed by both keys");
        }
    }
}
