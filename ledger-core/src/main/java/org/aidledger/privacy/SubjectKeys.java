package org.aidledger.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * Seals and opens what events say of persons, by AES-256-GCM with a random key a subject. A subject is a random number and says
 * nothing of the person. Whoever destroys a key records that first; a copy of the database from before still has the key, so
 * backups are kept no longer than the law allows.
 */
public final class SubjectKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DataSource database;
    private final SecureRandom random = new SecureRandom();

    /** @param database connections of the application role */
    public SubjectKeys(DataSource database) {
        this.database = database;
    }

    /** What was sealed, and under whose key. */
    public record Sealed(String subject, String sealed) {
    }

    /** Seals a text under a new key, which is durable when this returns. */
    public Sealed seal(String text) {
        String subject = "SUB-" + UUID.randomUUID();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, subject)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            store(subject, key);
            return new Sealed(subject, Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @return empty when the key is destroyed
     * @throws IllegalArgumentException when the text was not sealed under the subject's key
     */
    public Optional<String> open(String subject, String sealed) {
        Optional<byte[]> key = find(subject);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        byte[] both = Base64.getDecoder().decode(sealed);
        if (both.length < NONCE_BYTES) {
            throw new IllegalArgumentException("what " + subject + " sealed is cut");
        }
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, key.get(), Arrays.copyOf(both, NONCE_BYTES), subject)
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("this was not sealed under the key of " + subject, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Destroys a subject's key; doing it again changes nothing. */
    public void destroy(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from subject_key.key where subject = ?")) {
            delete.setString(1, subject);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot destroy the key of " + subject + ": " + e.getMessage(), e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String subject) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private void store(String subject, byte[] key) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into subject_key.key (subject, key) values (?, ?)")) {
            insert.setString(1, subject);
            insert.setBytes(2, key);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep the key of " + subject + ": " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> find(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select key from subject_key.key where subject = ?")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the key of " + subject + ": " + e.getMessage(), e);
        }
    }
}
