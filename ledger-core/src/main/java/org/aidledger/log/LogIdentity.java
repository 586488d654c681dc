package org.aidledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.VerifierKey;

/**
 * The log's name and the keys it signs and signed with.
 *
 * @param origin the log's name, a schemaless URL such as {@code ledger.example/aid}; also the name of its keys
 * @param signer has the present key
 * @param keys the present key and those before it
 */
public record LogIdentity(String origin, NoteSigner signer, KeyChain keys) {

    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    /**
     * Reads a key (PKCS #8 PEM, Ed25519), or makes one where there is none yet.
     *
     * @throws IllegalStateException when others than the owner can read or write the file
     */
    public static SigningKey key(Path keyFile) {
        try {
            if (!Files.exists(keyFile)) {
                PrivateFile.create(keyFile, SigningKey.generate().toPem().getBytes(StandardCharsets.US_ASCII));
            }
            if (Files.getPosixFilePermissions(keyFile).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("the signing key " + keyFile
                        + " can be read or written by others; run chmod 600 on it, and if they may have read it, make a new key");
            }
            return SigningKey.ofPem(Files.readString(keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing key " + keyFile, e);
        }
    }

    /** What verifiers need to know, to be handed to them by a way they trust. */
    public VerifierKey verifierKey() {
        return signer.verifierKey();
    }
}
