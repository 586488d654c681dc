package org.aidledger.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that a log signed with, one after the other, as far as they hang together with one that is trusted. Each has its time:
 * a checkpoint counts only under the key that was the log's at its size. Immutable.
 */
public final class KeyChain {

    private final VerifierKey first;
    private final List<KeyRotation> rotations;

    private KeyChain(VerifierKey first, List<KeyRotation> rotations) {
        this.first = first;
        this.rotations = List.copyOf(rotations);
    }

    /** Of a log that never changed its key. */
    public static KeyChain of(VerifierKey key) {
        return new KeyChain(key, List.of());
    }

    /**
     * The keys before and after the trusted one, as the statements lead to them; statements of other keys are left aside.
     *
     * @throws TlogException.Unproven
     *             when one that leads there is not signed by both its keys, when a key was handed on twice, or when the sizes go
     *             backwards
     */
    public static KeyChain through(VerifierKey trusted, Collection<KeyRotation> statements) {
        List<KeyRotation> chain = new ArrayList<>();
        VerifierKey key = trusted;
        for (Optional<KeyRotation> next = one(statements, key, true); next.isPresent(); next =
                one(statements, key, true)) {
            chain.add(proved(next.get()));
            key = next.get().to();
            requireEnd(chain);
        }
        key = trusted;
        for (Optional<KeyRotation> before = one(statements, key, false); before.isPresent(); before =
                one(statements, key, false)) {
            chain.add(0, proved(before.get()));
            key = before.get().from();
            requireEnd(chain);
        }
        for (int i = 1; i < chain.size(); i++) {
            requireOrder(chain.get(i - 1).at(), chain.get(i).at());
        }
        return new KeyChain(key, chain);
    }

    private static KeyRotation proved(KeyRotation statement) {
        statement.verify();
        return statement;
    }

    /** The one statement that hands this key on, or that it took over by. */
    private static Optional<KeyRotation> one(Collection<KeyRotation> statements, VerifierKey key, boolean handsOn) {
        Set<String> texts = statements.stream()
                .filter(statement -> (handsOn ? statement.from() : statement.to()).equals(key))
                .map(statement -> statement.note().text()).collect(Collectors.toSet());
        if (texts.size() > 1) {
            throw new TlogException.Unproven("key rotations", "key " + id(key) + " was "
                    + (handsOn ? "handed on" : "taken over") + " twice");
        }
        return statements.stream().filter(statement -> texts.contains(statement.note().text())).findFirst();
    }

    /** A ring of keys would never end. */
    private static void requireEnd(List<KeyRotation> chain) {
        if (chain.size() > Limits.KEY_ROTATIONS_MAX) {
            throw new TlogException.Unproven("key rotations", "more than " + Limits.KEY_ROTATIONS_MAX + ", or a ring");
        }
    }

    private static void requireOrder(Checkpoint before, Checkpoint after) {
        if (after.size() < before.size() || after.size() == before.size() && !after.root().equals(before.root())) {
            throw new TlogException.Unproven("key rotations",
                    "the one at size " + after.size() + " follows one at size " + before.size());
        }
    }

    /** The key that the log signs with now, as far as is known. */
    public VerifierKey current() {
        return rotations.isEmpty() ? first : rotations.get(rotations.size() - 1).to();
    }

    /** All keys, the oldest first. */
    public List<VerifierKey> keys() {
        List<VerifierKey> keys = new ArrayList<>(List.of(first));
        rotations.forEach(rotation -> keys.add(rotation.to()));
        return keys;
    }

    /** The statements that link them, the oldest first. */
    public List<KeyRotation> rotations() {
        return rotations;
    }

    /**
     * Checks that the log signed with the key of that time.
     *
     * @throws TlogException.Unproven
     *             otherwise
     */
    public Checkpoint verify(SignedCheckpoint signed) {
        return verify(signed, List.of(), 0);
    }

    /** As {@link #verify(SignedCheckpoint)}, and that at least {@code quorum} of the witnesses cosigned. */
    public Checkpoint verify(SignedCheckpoint signed, Collection<VerifierKey> witnesses, int quorum) {
        if (rotations.isEmpty()) {
            return signed.verify(first, witnesses, quorum);
        }
        List<VerifierKey> keys = keys();
        Set<VerifierKey> signers =
                signed.note().verify(keys).stream().map(Note.Verified::key).collect(Collectors.toSet());
        for (int i = 0; i < keys.size(); i++) {
            if (signers.contains(keys.get(i)) && isOfItsTime(i, signed.checkpoint())) {
                return signed.verify(keys.get(i), witnesses, quorum);
            }
        }
        throw new TlogException.Unproven("checkpoint of size " + signed.checkpoint().size(), "signed by key "
                + signers.stream().map(KeyChain::id).sorted().collect(Collectors.joining(", "))
                + ", which was not the log's key then");
    }

    private boolean isOfItsTime(int key, Checkpoint checkpoint) {
        return (key == 0 || follows(rotations.get(key - 1).at(), checkpoint))
                && (key == rotations.size() || follows(checkpoint, rotations.get(key).at()));
    }

    private static boolean follows(Checkpoint before, Checkpoint after) {
        return before.size() < after.size()
                || before.size() == after.size() && before.root().equals(after.root());
    }

    private static String id(VerifierKey key) {
        return HexFormat.of().toHexDigits(key.keyId());
    }
}
