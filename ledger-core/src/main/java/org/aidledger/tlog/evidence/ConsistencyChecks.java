package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;

/** That the bundle's log goes on from earlier states: the one an inspection froze, the one an auditor saved. */
final class ConsistencyChecks {

    private final BundleArchive archive;
    private final Problems problems;
    private final List<Problem> held;

    ConsistencyChecks(BundleArchive archive, Problems problems, List<Problem> held) {
        this.archive = archive;
        this.problems = problems;
        this.held = held;
    }

    void check(SignedCheckpoint now, KeyChain keys, Json manifest, Optional<SignedCheckpoint> saved)
            throws IOException {
        for (Json earlier : manifest.get("earlier").items()) {
            Optional<Hash> root = root(earlier.get("root").text(""));
            if (root.isEmpty()) {
                problems.add(Problem.of("bundle.unreadable", "where", Members.MANIFEST, "detail",
                        "an earlier root is no hash"));
            } else {
                check(earlier.get("size").number(), root.get(), now);
            }
        }
        if (saved.isPresent()) {
            saved(saved.get(), keys, now);
        }
    }

    private void saved(SignedCheckpoint saved, KeyChain keys, SignedCheckpoint now) throws IOException {
        Checkpoint before = saved.checkpoint();
        try {
            keys.verify(saved);
        } catch (TlogException.Unproven e) {
            problems.add(Problem.of("saved.signature", "detail", e.getMessage()));
            return;
        }
        if (before.size() > now.checkpoint().size()) {
            problems.add(Problem.at(now.checkpoint().size(), "saved.larger", "saved", Long.toString(before.size()),
                    "size", Long.toString(now.checkpoint().size())));
        } else {
            check(before.size(), before.root(), now);
        }
    }

    private void check(long size, Hash root, SignedCheckpoint now) throws IOException {
        Checkpoint later = now.checkpoint();
        String member = Members.CONSISTENCY + size;
        if (size == later.size() && root.equals(later.root()) || size == 0) {
            held.add(Problem.of("held.earlier", "size", Long.toString(size)));
        } else if (size != later.size() && !archive.has(member)) {
            problems.add(Problem.of("saved.no-proof", "size", Long.toString(size)));
        } else {
            try {
                if (size == later.size()) {
                    throw new TlogException.Unproven("size " + size, "two roots: " + root.base64() + " and "
                            + later.root().base64());
                }
                ConsistencyFile file = ConsistencyFile.parse(archive.read(member));
                if (file.proof().oldSize() != size || !file.checkpoint().checkpoint().equals(later)) {
                    throw new TlogException.Unproven(member, "is the proof of something else");
                }
                file.proof().verify(root, later.root());
                held.add(Problem.of("held.earlier", "size", Long.toString(size)));
            } catch (TlogException e) {
                problems.add(Problem.of("saved.rewritten", "size", Long.toString(size), "detail", e.getMessage()));
            }
        }
    }

    private static Optional<Hash> root(String base64) {
        try {
            return Optional.of(Hash.parseBase64(base64));
        } catch (TlogException e) {
            return Optional.empty();
        }
    }
}
