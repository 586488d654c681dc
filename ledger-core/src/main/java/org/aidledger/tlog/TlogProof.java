package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A proof that verifies offline (C2SP tlog-proof): where an entry is in the log, and the log's signed checkpoint.
 *
 * @param extra
 *            base64 of data for the application, empty for none; nothing authenticates it
 * @param inclusion
 *            the entry's place in the checkpoint's tree
 * @param checkpoint
 *            signed by the log, perhaps cosigned
 */
public record TlogProof(String extra, InclusionProof inclusion, SignedCheckpoint checkpoint) {

    /** How such files are named. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        if (StrictText.base64(extra, "proof file extra").length > Limits.PROOF_EXTRA_BYTES_MAX) {
            throw new TlogException.Malformed("proof file extra",
                    "longer than " + Limits.PROOF_EXTRA_BYTES_MAX + " bytes");
        }
        if (inclusion.size() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("a proof for size " + inclusion.size() + " with a checkpoint of size "
                    + checkpoint.checkpoint().size());
        }
    }

    /** A proof without extra data. */
    public TlogProof(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        this("", inclusion, checkpoint);
    }

    /** Reads a proof file strictly; nothing is verified yet. */
    public static TlogProof parse(byte[] bytes) {
        if (bytes.length > Limits.PROOF_FILE_BYTES_MAX) {
            throw new TlogException.Malformed("proof file", "longer than " + Limits.PROOF_FILE_BYTES_MAX + " bytes");
        }
        String text = StrictText.utf8(bytes, "proof file");
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new TlogException.Malformed("proof file", "no empty line before the checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw new TlogException.Malformed("proof file line 1", "not " + HEADER);
        }
        int next = 1;
        String extra = "";
        if (lines.size() > next && lines.get(next).startsWith(EXTRA)) {
            extra = lines.get(next++).substring(EXTRA.length());
            if (extra.isEmpty()) {
                throw new TlogException.Malformed("proof file line 2", "extra without data");
            }
        }
        if (lines.size() <= next || !lines.get(next).startsWith(INDEX)) {
            throw new TlogException.Malformed("proof file line " + (next + 1), "not \"index <number>\"");
        }
        long index = StrictText.decimal(lines.get(next).substring(INDEX.length()), Limits.TREE_SIZE_MAX,
                "proof file line " + (next + 1));
        List<Hash> path = parseHashes(lines.subList(next + 1, lines.size()), "proof file");
        SignedCheckpoint checkpoint = SignedCheckpoint.of(Note.parse(text.substring(blank + 2)));
        return new TlogProof(extra, new InclusionProof(index, checkpoint.checkpoint().size(), path), checkpoint);
    }

    private static List<Hash> parseHashes(List<String> lines, String where) {
        if (lines.size() > Limits.PROOF_HASHES_MAX) {
            throw new TlogException.Malformed(where, "more than " + Limits.PROOF_HASHES_MAX + " hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(Hash.parseBase64(line, where + " hash " + (hashes.size() + 1)));
        }
        return hashes;
    }

    /**
     * Checks that the log of this key has exactly this entry at the proof's index.
     *
     * @throws TlogException.Unproven
     *             otherwise
     */
    public void verify(byte[] entry, VerifierKey log) {
        verify(entry, log, List.of(), 0);
    }

    /** As {@link #verify(byte[], VerifierKey)}, and that at least {@code quorum} of the witnesses cosigned. */
    public void verify(byte[] entry, VerifierKey log, Collection<VerifierKey> witnesses, int quorum) {
        Checkpoint verified = checkpoint.verify(log, witnesses, quorum);
        inclusion.verify(new TreeHasher().leaf(entry), verified.root());
    }

    /** The file, in UTF-8. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The file's text. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(HEADER).append('\n');
        if (!extra.isEmpty()) {
            file.append(EXTRA).append(extra).append('\n');
        }
        file.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> file.append(hash.base64()).append('\n'));
        return file.append('\n').append(checkpoint.note()).toString();
    }
}
