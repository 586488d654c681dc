package org.aidledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.eventstore.DatabaseHashes;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.NoteSignature;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;

/**
 * Signs the head of the log. The last signed checkpoint is kept in a file outside the database, so that a restored backup or a
 * promoted stale replica is noticed before a second root is signed for a size.
 */
public final class Checkpoints {

    private final DataSource database;
    private final LogKeys keys;
    private final Path lastSigned;

    /** @param lastSigned the file that keeps the last checkpoint signed; not in the database's own folder */
    public Checkpoints(DataSource database, LogKeys keys, Path lastSigned) {
        this.database = database;
        this.keys = keys;
        this.lastSigned = lastSigned;
    }

    /** The log's name and keys, as they were when something was last signed: what belongs to the newest checkpoint. */
    public LogIdentity identity() {
        return keys.identity();
    }

    /** The log's name and keys, as the files have them now. */
    public LogIdentity current() {
        return keys.refresh();
    }

    /**
     * Compares the database with the last checkpoint that was signed.
     *
     * @throws LogForked when the log is smaller than it was, or different
     */
    public void requireNothingLost() {
        try (Connection connection = database.getConnection()) {
            requireExtends(connection, head(connection), last());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the head of the log: " + e.getMessage(), e);
        }
    }

    /**
     * The checkpoint of the log as it is now, signed with the present key. The same log gives the same bytes until a witness
     * cosigns or the key changes; signatures of before stay beside.
     */
    public synchronized SignedCheckpoint latest() {
        return locked(connection -> signed(connection, keys.refresh()));
    }

    /**
     * Goes over to a new key, at the log as it is now: the old key signs the new one. Processes that serve this ledger with the
     * same files sign with the new one from then on.
     */
    public synchronized KeyRotation rotateKey() {
        return locked(connection -> {
            KeyRotation rotation = keys.rotate(signed(connection, keys.refresh()).checkpoint());
            signed(connection, keys.identity());
            return rotation;
        });
    }

    /** What is done while nobody else, in this process or another, signs. */
    private interface Signing<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T locked(Signing<T> signing) {
        try (Connection connection = database.getConnection();
                FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost");
            }
            return signing.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the head of the log: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signed checkpoint in " + lastSigned, e);
        }
    }

    private SignedCheckpoint signed(Connection connection, LogIdentity identity) throws SQLException {
        Optional<SignedCheckpoint> last = last();
        Checkpoint now = head(connection);
        boolean same = last.isPresent() && last.get().checkpoint().equals(now);
        if (same && isSignedBy(last.get(), identity.verifierKey())) {
            return last.get();
        }
        requireExtends(connection, now, last);
        SignedCheckpoint signed = SignedCheckpoint.sign(now, identity.signer());
        if (same) {
            for (NoteSignature before : last.get().note().signatures()) {
                signed = signed.with(before);
            }
        }
        PrivateFile.replace(lastSigned, signed.toBytes());
        return signed;
    }

    private static boolean isSignedBy(SignedCheckpoint checkpoint, VerifierKey key) {
        return checkpoint.note().signatures().stream()
                .anyMatch(one -> one.name().equals(key.name()) && one.keyId() == key.keyId());
    }

    /**
     * Keeps a witness's cosignature, which the caller has verified: with the newest checkpoint while it is that, and with the
     * newest one that was cosigned. A later one of the same witness takes its place.
     */
    public synchronized void cosigned(SignedCheckpoint checkpoint, NoteSignature cosignature) {
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Optional<SignedCheckpoint> last = last();
            if (held.isValid() && last.isPresent() && last.get().checkpoint().equals(checkpoint.checkpoint())) {
                PrivateFile.replace(lastSigned, with(last.get(), cosignature).toBytes());
            }
            Optional<SignedCheckpoint> before = lastCosigned();
            if (before.isEmpty() || before.get().checkpoint().size() < checkpoint.checkpoint().size()) {
                PrivateFile.replace(cosignedFile(), with(checkpoint, cosignature).toBytes());
            } else if (before.get().checkpoint().equals(checkpoint.checkpoint())) {
                PrivateFile.replace(cosignedFile(), with(before.get(), cosignature).toBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the cosignature beside " + lastSigned, e);
        }
    }

    private static SignedCheckpoint with(SignedCheckpoint checkpoint, NoteSignature cosignature) {
        List<NoteSignature> signatures = new ArrayList<>(checkpoint.note().signatures());
        signatures.removeIf(
                one -> one.name().equals(cosignature.name()) && one.keyId() == cosignature.keyId());
        signatures.add(cosignature);
        return new SignedCheckpoint(checkpoint.checkpoint(), new Note(checkpoint.note().text(), signatures));
    }

    /** The newest checkpoint that a witness cosigned, with its cosignatures. */
    public Optional<SignedCheckpoint> lastCosigned() {
        return read(cosignedFile());
    }

    private Path cosignedFile() {
        return lastSigned.resolveSibling("cosigned-checkpoint");
    }

    private Path lockFile() throws IOException {
        Path parent = Objects.requireNonNull(lastSigned.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(parent);
        return parent.resolve(lastSigned.getFileName() + ".lock");
    }

    /** The checkpoint signed last, as the file has it. */
    public Optional<SignedCheckpoint> last() {
        return read(lastSigned);
    }

    private Optional<SignedCheckpoint> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(Files.readAllBytes(file));
            keys.refresh().keys().verify(signed);
            return Optional.of(signed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signed checkpoint " + file, e);
        }
    }

    private Checkpoint head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select size, root from ledger.head order by step desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Checkpoint(keys.identity().origin(), row.getLong(1), Hash.of(row.getBytes(2)))
                    : new Checkpoint(keys.identity().origin(), 0, RightEdge.empty().root());
        }
    }

    private void requireExtends(Connection connection, Checkpoint now, Optional<SignedCheckpoint> signed) {
        if (signed.isEmpty()) {
            return;
        }
        Checkpoint before = signed.get().checkpoint();
        if (now.size() < before.size()) {
            throw new LogForked("the log has " + now.size() + " events, but a checkpoint of " + before.size()
                    + " was signed: the database is a restored backup or a stale replica. Bring back the missing events; never "
                    + "delete " + lastSigned);
        }
        if (before.size() == 0) {
            return;
        }
        try {
            RightEdge.load(before.size(), before.root(), new DatabaseHashes(connection));
        } catch (TlogException e) {
            throw new LogForked("the first " + before.size() + " events are not those that were signed (" + lastSigned
                    + "): " + e.getMessage() + ". Run ./ledger verify to find the first bad event");
        }
    }
}
