package org.aidledger.tlog;

import java.util.List;

/**
 * A tree's head as signed by its log (C2SP tlog-checkpoint).
 *
 * @param origin
 *            the log's identity: a URL without its scheme, and the name of the log's key
 * @param size
 *            entries in the tree
 * @param root
 *            the root hash at that size
 * @param extensions
 *            further lines, not empty; our log writes none, a witness must accept them
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int EXTENSIONS_MAX = 16;

    public Checkpoint {
        KeyName.require(origin, "checkpoint line 1");
        Limits.requireTreeSize(size);
        extensions = List.copyOf(extensions);
        if (extensions.size() > EXTENSIONS_MAX) {
            throw new TlogException.Malformed("checkpoint", "more than " + EXTENSIONS_MAX + " extension lines");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.chars().anyMatch(c -> c < ' '))) {
            throw new TlogException.Malformed("checkpoint", "an extension line is empty or has a control character");
        }
        if (size == 0 && !root.equals(TreeHasher.EMPTY_ROOT)) {
            throw new TlogException.Malformed("checkpoint line 3", "not the root of the empty tree");
        }
    }

    /** A checkpoint without extension lines, as our log signs it. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads a checkpoint's text, the signed part of the note, strictly. */
    public static Checkpoint parse(String text) {
        Note.requireText(text);
        List<String> lines = List.of(text.split("\n", -1));
        // The last newline ends the last line, so the split gives one empty piece more.
        int count = lines.size() - 1;
        if (count < 3) {
            throw new TlogException.Malformed("checkpoint", "has " + count + " lines, at least 3 are needed");
        }
        return new Checkpoint(lines.get(0),
                StrictText.decimal(lines.get(1), Limits.TREE_SIZE_MAX, "checkpoint line 2"),
                Hash.parseBase64(lines.get(2), "checkpoint line 3"), lines.subList(3, count));
    }

    /** The text to sign. */
    public String text() {
        StringBuilder text = new StringBuilder().append(origin).append('\n').append(size).append('\n')
                .append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
