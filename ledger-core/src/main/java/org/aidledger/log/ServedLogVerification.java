package org.aidledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.LeafHeader;
import org.aidledger.catalogue.UnreadableLeaf;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.log.Verdict.Held;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.EntryBundle;
import org.aidledger.tlog.Fault;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.LogVerifier;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TileSource;
import org.aidledger.tlog.TiledHashes;
import org.aidledger.tlog.TlogException;

/**
 * Derives a whole log again from what a server hands out over HTTP, trusting nothing of it but the key: every entry is hashed,
 * every tile compared, the root must be the signed one and extend every checkpoint saved before, the leaves must be numbered
 * densely, in the log and in their streams. One bundle of entries is in memory, and the next on its way.
 */
public final class ServedLogVerification {

    private final TileSource server;
    private final SignedCheckpoint signed;
    private final List<Checkpoint> saved;
    private final Map<String, Long> nextVersion = new HashMap<>();
    private Instant last = Instant.MIN;

    /**
     * @param server gives tiles and entry bundles; it need not be trusted
     * @param signed the server's checkpoint, its signature verified
     * @param saved verified checkpoints that the log must extend
     */
    public ServedLogVerification(TileSource server, SignedCheckpoint signed, List<Checkpoint> saved) {
        this.server = server;
        this.signed = signed;
        this.saved = List.copyOf(saved);
    }

    /** How many events there are to verify. */
    public long size() {
        return signed.checkpoint().size();
    }

    /**
     * Verifies it all; stops at the first fault. A tile or bundle below the signed size that the server says it has not is a
     * fault: it signed more than it shows.
     *
     * @throws RemoteLog.NoAnswer when the server gives no answer before a fault is found
     * @param leaves told every leaf, in order
     * @param progress told now and then how many events are done
     */
    public Verdict run(Consumer<byte[]> leaves, LongConsumer progress) {
        long size = size();
        LogVerifier verifier = LogVerifier.against(new TiledHashes(size, server));
        verifier.expect(size, signed.checkpoint().root());
        saved.forEach(checkpoint -> verifier.expect(checkpoint.size(), checkpoint.root()));
        Optional<Defect> defect = Optional.empty();
        FutureTask<byte[]> ahead = read(size, 0);
        for (long number = 0; number * 256 < size && defect.isEmpty(); number++) {
            TilePath path = TilePath.in(size, TilePath.ENTRIES, number);
            try {
                byte[] bytes = await(ahead);
                ahead = read(size, number + 1);
                defect = add(verifier, path, EntryBundle.decode(path, bytes), leaves);
            } catch (TlogException e) {
                defect = Optional.of(new Defect("BUNDLE_UNREADABLE", path.first(), path.first() + path.width() - 1,
                        e.getMessage()));
            }
            progress.accept(verifier.size());
        }
        Optional<Defect> hashes = finish(verifier, defect.isPresent())
                .map(fault -> new Defect(fault.kind().name(), fault.firstIndex(), fault.lastIndex(), fault.detail()));
        // An end before the checkpoint follows from stopping at the defect; it is no finding of its own then.
        boolean ended = hashes.isPresent() && hashes.get().kind().equals(Fault.Kind.TAIL_MISSING.name());
        if (hashes.isPresent() && (defect.isEmpty()
                || !ended && hashes.get().firstIndex() <= defect.get().firstIndex())) {
            defect = hashes;
        }
        List<Held> held = new ArrayList<>();
        if (defect.isEmpty()) {
            saved.forEach(checkpoint -> held.add(new Held("checkpoint", checkpoint.size())));
        }
        Hash root = verifier.size() == 0 ? RightEdge.empty().root() : verifier.root();
        return new Verdict(verifier.size(), root, defect, held);
    }

    /** What was found stays found when the server then falls silent. */
    private static Optional<Fault> finish(LogVerifier verifier, boolean found) {
        try {
            return verifier.finish();
        } catch (RemoteLog.NoAnswer silent) {
            if (found) {
                return verifier.fault();
            }
            throw silent;
        }
    }

    private Optional<Defect> add(LogVerifier verifier, TilePath path, List<byte[]> entries, Consumer<byte[]> leaves) {
        long index = path.first();
        for (byte[] entry : entries) {
            boolean sound = verifier.add(index, entry);
            Optional<Defect> defect = header(index, entry);
            if (!sound || defect.isPresent()) {
                return defect;
            }
            leaves.accept(entry);
            index++;
        }
        return Optional.empty();
    }

    private Optional<Defect> header(long index, byte[] entry) {
        LeafHeader leaf;
        try {
            leaf = Catalogue.header(entry);
        } catch (UnreadableLeaf e) {
            return defect("LEAF_UNREADABLE", index, String.valueOf(e.getMessage()));
        }
        if (leaf.index() != index) {
            return defect("INDEX_DIFFERS", index, "the leaf says that it is event " + leaf.index());
        }
        long expected = nextVersion.merge(leaf.stream(), 1L, Long::sum) - 1;
        if (leaf.version() != expected) {
            return defect("STREAM_NOT_DENSE", index,
                    "version " + leaf.version() + " of stream " + leaf.stream() + " where " + expected + " follows");
        }
        if (leaf.recordedAt().isBefore(last)) {
            return defect("TIME_DECREASES", index, "recorded at " + leaf.recordedAt() + ", after an event of " + last);
        }
        last = leaf.recordedAt();
        return Optional.empty();
    }

    private static Optional<Defect> defect(String kind, long index, String evidence) {
        return Optional.of(new Defect(kind, index, index, evidence));
    }

    /** The bundle of this number, read by a thread of its own so that reading and hashing overlap. */
    private FutureTask<byte[]> read(long size, long number) {
        FutureTask<byte[]> reading = new FutureTask<>(() -> number * 256 < size
                ? server.read(TilePath.in(size, TilePath.ENTRIES, number))
                : new byte[0]);
        Thread.ofVirtual().name("verify-read").start(reading);
        return reading;
    }

    private static byte[] await(FutureTask<byte[]> reading) {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the log cannot be read: " + cause, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", e);
        }
    }
}
