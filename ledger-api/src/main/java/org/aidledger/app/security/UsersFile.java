package org.aidledger.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.aidledger.app.security.Users.User;

/** Where the users of a ledger that is served are configured. */
public final class UsersFile {

    /** The users themselves, {@code name:{bcrypt}hash:role,role}, separated by spaces, semicolons or line ends. */
    public static final String USERS = "LEDGER_USERS";
    /** The file that has them, one a line; {@code users} in the data folder when not given. */
    public static final String FILE = "LEDGER_USERS_FILE";

    private static final int STRENGTH = 10;
    /** Without the letters and digits that people mistake for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_CHARS = 20;

    private UsersFile() {
    }

    /**
     * The users as configured. Where nothing is, makes one user a role with a random password, keeps them in {@code users} in
     * the data folder (mode 0600), and announces the passwords, which are kept nowhere.
     *
     * @param announce takes a line for the operator's eyes
     * @throws IllegalArgumentException when what is configured cannot be read as users; the message says what to do
     */
    public static Users read(Map<String, String> environment, Path dataFolder, Consumer<String> announce) {
        String given = environment.get(USERS);
        if (given != null && !given.isBlank()) {
            return parse(USERS, Arrays.asList(given.split("[\\s;]+")));
        }
        String named = environment.get(FILE);
        Path file = named != null ? Path.of(named) : dataFolder.resolve("users");
        try {
            if (named == null && !Files.exists(file)) {
                return make(file, announce);
            }
            return parse(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the users in " + file, e);
        }
    }

    private static Users parse(String source, List<String> lines) {
        try {
            return new Users(lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(User::parse).toList(), false);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private static Users make(Path file, Consumer<String> announce) throws IOException {
        List<User> users = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("# Who may use this ledger over HTTP, one a line: name:{bcrypt}hash:role,role");
        lines.add(
                "# Roles: officer (enters), inspector (inspects), auditor (reads everything), accountant (closes periods),");
        lines.add("# administrator (records roles). Read at start-up.");
        lines.add("# Make a hash with: htpasswd -nB name");
        announce.accept("No users are configured, so these were made; their passwords are shown this once:");
        SecureRandom random = new SecureRandom();
        for (Role role : Role.values()) {
            String password = password(random);
            User user = new User(role.toString(), Users.hash(password, STRENGTH), Set.of(role));
            users.add(user);
            lines.add(user.line());
            announce.accept("  " + user.name() + "  " + password);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, lines, StandardOpenOption.WRITE);
        announce.accept("Change them in " + file + " (or set " + USERS + "), then start again.");
        return new Users(users, false);
    }

    private static String password(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_CHARS; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
