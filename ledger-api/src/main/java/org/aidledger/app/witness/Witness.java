package org.aidledger.app.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.digest.Sha256;
import org.aidledger.log.PrivateFile;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.NoteSignature;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.ConsistencyFile;

/**
 * Remembers the newest checkpoint of each log it was told of, and cosigns a newer one only if the log proves that it is the same
 * history gone on. Checking and remembering are one step, under a lock that holds between processes: what it has cosigned is on
 * the disk before anyone sees the cosignature.
 */
public final class Witness {

    private final Cosigner cosigner;
    private final Path store;
    private final List<VerifierKey> logs;
    private final InstantSource clock;

    /**
     * A witness.
     *
     * @param cosigner its name and key, used for nothing else
     * @param store a folder of its own; losing it makes the witness worthless, so back it up
     * @param logs keys of the logs it watches
     */
    public Witness(Cosigner cosigner, Path store, List<VerifierKey> logs, InstantSource clock) {
        this.cosigner = cosigner;
        this.store = store;
        this.logs = List.copyOf(logs);
        this.clock = clock;
    }

    /** What a log is answered; each with its HTTP status. */
    public sealed interface Answer {

        int status();

        /** The log went on: 200. */
        record Cosigned(NoteSignature signature) implements Answer {
            @Override
            public int status() {
                return 200;
            }
        }

        /** The witness remembers another size than the log says; it may ask again from this one: 409. */
        record Elsewhere(long size) implements Answer {
            @Override
            public int status() {
                return 409;
            }
        }

        /** The log's new key is followed from now on: 200. */
        record Followed() implements Answer {
            @Override
            public int status() {
                return 200;
            }
        }

        /** 400 not understood, 403 not signed by the log, 404 unknown log, 422 another history. */
        record Refused(int status, String why) implements Answer {
        }
    }

    /** What verifiers need to know of this witness. */
    public VerifierKey verifierKey() {
        return cosigner.verifierKey();
    }

    /** Answers the body of {@code POST add-checkpoint}. */
    public synchronized Answer addCheckpoint(byte[] body) {
        ConsistencyFile request;
        try {
            request = ConsistencyFile.parse(body);
        } catch (TlogException | IllegalArgumentException e) {
            return new Answer.Refused(400, String.valueOf(e.getMessage()));
        }
        Checkpoint checkpoint = request.checkpoint().checkpoint();
        return locked(checkpoint.origin(), () -> {
            if (chains(checkpoint.origin(), rotations(checkpoint.origin())).stream()
                    .noneMatch(keys -> signedBy(request.checkpoint(), keys))) {
                return new Answer.Refused(403, "not signed by " + checkpoint.origin());
            }
            return decide(request, file(checkpoint.origin(), ".checkpoint"));
        });
    }

    /**
     * Answers the body of {@code POST add-key-rotations}: the statements by which a log went over to new keys. They are followed
     * when the key that this witness was told of leads to all of them, and no key was handed on before what it cosigned last.
     */
    public synchronized Answer addKeyRotations(byte[] body) {
        List<KeyRotation> given;
        try {
            given = KeyRotation.parseAll(body);
        } catch (TlogException e) {
            return new Answer.Refused(400, String.valueOf(e.getMessage()));
        }
        if (given.isEmpty()) {
            return new Answer.Refused(400, "no key rotation");
        }
        String origin = given.getFirst().at().origin();
        return locked(origin, () -> {
            List<KeyRotation> known = rotations(origin);
            Set<KeyRotation> all = new LinkedHashSet<>(known);
            all.addAll(given);
            KeyChain keys;
            try {
                keys = chains(origin, all).getFirst();
            } catch (TlogException e) {
                return new Answer.Refused(403, String.valueOf(e.getMessage()));
            }
            if (keys.rotations().size() < all.size()) {
                return new Answer.Refused(403, "not led to by the key of " + origin + " that this witness knows");
            }
            Optional<SignedCheckpoint> seen = seen(file(origin, ".checkpoint"));
            if (seen.isPresent() && !signedBy(seen.get(), keys)) {
                return new Answer.Refused(422, "the key that signed the " + seen.get().checkpoint().size()
                        + " events cosigned last was handed on before");
            }
            PrivateFile.replace(file(origin, ".key-rotations"), KeyRotation.write(keys.rotations()));
            return new Answer.Followed();
        });
    }

    /** What is decided while no other process decides. */
    private interface Deciding {
        Answer answer() throws IOException;
    }

    private Answer locked(String origin, Deciding deciding) {
        if (logs.stream().noneMatch(key -> key.name().equals(origin))) {
            return new Answer.Refused(404, "this witness does not watch " + origin);
        }
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return held.isValid() ? deciding.answer() : new Answer.Refused(500, "the store cannot be locked");
        } catch (IOException e) {
            throw new UncheckedIOException("the store " + store + " cannot be used", e);
        }
    }

    private Answer decide(ConsistencyFile request, Path file) throws IOException {
        Checkpoint now = request.checkpoint().checkpoint();
        Optional<Checkpoint> known = seen(file).map(SignedCheckpoint::checkpoint);
        long size = known.map(Checkpoint::size).orElse(0L);
        if (request.proof().oldSize() != size) {
            return new Answer.Elsewhere(size);
        }
        try {
            request.proof().verify(known.map(Checkpoint::root).orElse(TreeHasher.EMPTY_ROOT), now.root());
        } catch (TlogException e) {
            return new Answer.Refused(422, String.valueOf(e.getMessage()));
        }
        PrivateFile.replace(file, request.checkpoint().toBytes());
        return new Answer.Cosigned(cosigner.cosign(now.text(), clock.instant()));
    }

    private static Optional<SignedCheckpoint> seen(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    private List<KeyRotation> rotations(String origin) throws IOException {
        Path file = file(origin, ".key-rotations");
        return Files.exists(file) ? KeyRotation.parseAll(Files.readAllBytes(file)) : List.of();
    }

    /** Of each key that this witness was told of, those before and after it. */
    private List<KeyChain> chains(String origin, Collection<KeyRotation> rotations) {
        return logs.stream().filter(key -> key.name().equals(origin)).map(key -> KeyChain.through(key, rotations))
                .toList();
    }

    private static boolean signedBy(SignedCheckpoint checkpoint, KeyChain keys) {
        try {
            keys.verify(checkpoint);
            return true;
        } catch (TlogException e) {
            return false;
        }
    }

    private Path lockFile() throws IOException {
        Files.createDirectories(store);
        return store.resolve("lock");
    }

    private Path file(String origin, String kind) {
        return store.resolve(Sha256.hex(origin) + kind);
    }
}
