package org.aidledger.tlog.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.Limits;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;

/**
 * A consistency proof and the later checkpoint, in the form that C2SP tlog-witness gives to the body of {@code add-checkpoint}:
 * the line {@code old <size>}, the hashes in base64 one a line, an empty line, the checkpoint.
 *
 * @param proof
 *            not yet verified
 * @param checkpoint
 *            not yet verified
 */
public record ConsistencyFile(ConsistencyProof proof, SignedCheckpoint checkpoint) {

    private static final String OLD = "old ";
    private static final String WHERE = "consistency proof";

    /** The size in a request and the size of its checkpoint, when the first is larger: not a proof at all. */
    public static final class Backwards extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Backwards(long old, long size) {
            super("the old size " + old + " is larger than the checkpoint's " + size);
        }
    }

    /**
     * Reads one strictly.
     *
     * @throws TlogException.Malformed
     *             when it is not of this form
     * @throws Backwards
     *             when the old size is larger than the checkpoint's
     */
    public static ConsistencyFile parse(byte[] bytes) {
        if (bytes.length > Limits.NOTE_BYTES_MAX + 8_192) {
            throw new TlogException.Malformed(WHERE, "longer than " + Limits.NOTE_BYTES_MAX + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new TlogException.Malformed(WHERE, "not UTF-8");
        }
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !text.startsWith(OLD)) {
            throw new TlogException.Malformed(WHERE, "not \"old <size>\", hashes, an empty line and a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        String old = lines.get(0).substring(OLD.length());
        if (!old.matches("0|[1-9][0-9]{0,17}")) {
            throw new TlogException.Malformed(WHERE + " line 1", "not a decimal number without leading zeros");
        }
        if (lines.size() - 1 > Limits.PROOF_HASHES_MAX) {
            throw new TlogException.Malformed(WHERE, "more than " + Limits.PROOF_HASHES_MAX + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            path.add(Hash.parseBase64(line));
        }
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        long size = checkpoint.checkpoint().size();
        if (Long.parseLong(old) > size) {
            throw new Backwards(Long.parseLong(old), size);
        }
        return new ConsistencyFile(new ConsistencyProof(Long.parseLong(old), size, path), checkpoint);
    }

    /** The file, in UTF-8. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The file's text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(OLD).append(proof.oldSize()).append('\n');
        proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }
}
