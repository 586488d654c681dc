package org.aidledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SigningKey;

/**
 * The log's signing key and the statements by which earlier keys handed on to it, as the files have them. Another process may go
 * over to a new key at any time, so the files are looked at again before something is signed.
 */
public final class LogKeys {

    /** A rotation moves one file after another; whoever reads in between reads once more. */
    private static final int ATTEMPTS_MAX = 5;

    private final String origin;
    private final Path keyFile;
    private final Path rotationsFile;
    private volatile LogIdentity identity;

    private LogKeys(String origin, Path keyFile, Path rotationsFile) {
        this.origin = origin;
        this.keyFile = keyFile;
        this.rotationsFile = rotationsFile;
        this.identity = load();
    }

    /**
     * Reads the signing key, or makes one where there is none yet.
     *
     * @param origin the log's name, also the name of its keys
     * @param keyFile the signing key (PKCS #8 PEM, mode 0600)
     * @param rotationsFile the statements of earlier keys; absent while there are none
     * @throws IllegalStateException when others than the owner can read or write the key, or when it is not the one that the
     *         statements lead to
     */
    public static LogKeys open(String origin, Path keyFile, Path rotationsFile) {
        return new LogKeys(origin, keyFile, rotationsFile);
    }

    /** As it was when something was last signed. */
    public LogIdentity identity() {
        return identity;
    }

    /** As the files have it now. */
    LogIdentity refresh() {
        if (!rotations().equals(identity.keys().rotations())) {
            identity = load();
        }
        return identity;
    }

    /**
     * Makes a new key and goes over to it. The statement is on the disk before the new key takes the old one's place; where that
     * is cut short, the new key is found beside it.
     *
     * @param at the last checkpoint under the present key; nobody may sign a later one meanwhile
     */
    KeyRotation rotate(Checkpoint at) {
        LogIdentity before = refresh();
        finish(before);
        SigningKey fresh = SigningKey.generate();
        PrivateFile.replace(nextFile(), fresh.toPem().getBytes(StandardCharsets.US_ASCII));
        KeyRotation rotation = KeyRotation.sign(at, before.signer(), new NoteSigner(origin, fresh));
        List<KeyRotation> all = new ArrayList<>(before.keys().rotations());
        all.add(rotation);
        PrivateFile.replace(rotationsFile, KeyRotation.write(all));
        identity = load();
        finish(identity);
        return rotation;
    }

    /** Puts the present key where it belongs, should it still be beside. */
    private void finish(LogIdentity present) {
        try {
            if (Files.exists(nextFile()) && isPresent(present, nextFile())) {
                Files.move(nextFile(), keyFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put the new key " + nextFile() + " in place of " + keyFile, e);
        }
    }

    private boolean isPresent(LogIdentity present, Path file) {
        return new NoteSigner(origin, LogIdentity.key(file)).verifierKey().equals(present.verifierKey());
    }

    private LogIdentity load() {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            NoteSigner signer = new NoteSigner(origin, LogIdentity.key(keyFile));
            List<KeyRotation> rotations = rotations();
            if (!rotations.isEmpty() && !rotations.getLast().to().equals(signer.verifierKey())
                    && Files.exists(nextFile())) {
                signer = new NoteSigner(origin, LogIdentity.key(nextFile()));
            }
            KeyChain keys = KeyChain.through(signer.verifierKey(), rotations);
            if (keys.current().equals(signer.verifierKey()) && keys.rotations().size() == rotations.size()) {
                return new LogIdentity(origin, signer, keys);
            }
        }
        throw new IllegalStateException("the key in " + keyFile + " is not the one that " + rotationsFile
                + " leads to: restore both from the same backup");
    }

    private List<KeyRotation> rotations() {
        try {
            return Files.exists(rotationsFile) ? KeyRotation.parseAll(Files.readAllBytes(rotationsFile)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + rotationsFile, e);
        }
    }

    private Path nextFile() {
        return keyFile.resolveSibling(keyFile.getFileName() + ".next");
    }
}
