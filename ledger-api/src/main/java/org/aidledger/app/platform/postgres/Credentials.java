package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The passwords of the three roles: drawn at random once, kept in a file that only its owner can read. */
final class Credentials {

    private static final int PASSWORD_BYTES = 24;

    private final Map<DatabaseRole, String> passwords;

    private Credentials(Map<DatabaseRole, String> passwords) {
        this.passwords = passwords;
    }

    static Credentials draw() {
        var random = new SecureRandom();
        var passwords = new EnumMap<DatabaseRole, String>(DatabaseRole.class);
        for (var role : DatabaseRole.values()) {
            var bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            // URL-safe letters: nothing to quote in SQL, in a properties file or in a shell.
            passwords.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return new Credentials(passwords);
    }

    static Credentials read(Path file) throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        var passwords = new EnumMap<DatabaseRole, String>(DatabaseRole.class);
        for (var role : DatabaseRole.values()) {
            var password = lines.getProperty(role.user());
            if (password == null) {
                throw new LocalDatabaseFailure(file + " holds no password of " + role.user()
                        + ". Put the file back from a backup of the same folder.");
            }
            passwords.put(role, password);
        }
        return new Credentials(passwords);
    }

    /** Replaces the file in one step, so that a reader sees the old one or the new one. */
    void write(Path file) throws IOException {
        var text = new StringBuilder(
                "# Passwords of the local PostgreSQL's roles. Without them the data cannot be opened.\n");
        passwords.forEach((role, password) -> text.append(role.user()).append('=').append(password).append('\n'));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String password(DatabaseRole role) {
        return Objects.requireNonNull(passwords.get(role));
    }
}
