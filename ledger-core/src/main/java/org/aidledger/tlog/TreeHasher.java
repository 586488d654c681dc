package org.aidledger.tlog;

import static org.aidledger.tlog.Limits.HASH_BYTES;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The three hashes of RFC 6962 section 2.1. One instance reuses one digest, so it belongs to one thread at a time.
 */
public final class TreeHasher {

    /** The root of the tree without entries: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.owning(sha256().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest digest = sha256();
    /** What a node hash is of, put together: one update of a digest takes less time than three. */
    private final byte[] node = new byte[1 + 2 * HASH_BYTES];

    /** For one thread. */
    public TreeHasher() {
        node[0] = NODE;
    }

    /** {@code SHA-256(0x00 || entry)}. */
    public Hash leaf(byte[] entry) {
        byte[] hash = new byte[HASH_BYTES];
        leaf(entry, 0, entry.length, hash, 0);
        return Hash.owning(hash);
    }

    /** The leaf hash of a part of an array, written into {@code target} at {@code at}: nothing is allocated. */
    public void leaf(byte[] entry, int offset, int length, byte[] target, int at) {
        digest.update(LEAF);
        digest.update(entry, offset, length);
        finish(target, at);
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public Hash node(Hash left, Hash right) {
        byte[] hash = new byte[HASH_BYTES];
        node(left.shared(), 0, right.shared(), 0, hash, 0);
        return Hash.owning(hash);
    }

    /** The target may be one of the sources: it is written last. */
    void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] target, int at) {
        System.arraycopy(left, leftAt, node, 1, HASH_BYTES);
        System.arraycopy(right, rightAt, node, 1 + HASH_BYTES, HASH_BYTES);
        digest.update(node);
        finish(target, at);
    }

    private void finish(byte[] target, int at) {
        try {
            digest.digest(target, at, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for a hash at " + at + " of " + target.length, e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
