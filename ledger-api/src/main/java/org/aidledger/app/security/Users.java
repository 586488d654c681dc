package org.aidledger.app.security;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorId;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * The local users of a ledger that is served over HTTP.
 *
 * @param openPages whether pages, which show figures and trails, may be read without a login
 */
public record Users(List<User> users, boolean openPages) {

    private static final String BCRYPT = "{bcrypt}";
    /** The fewest rounds bcrypt allows: the demo's passwords are no secret, so hashing them slowly buys nothing. */
    private static final int DEMO_STRENGTH = 4;

    /** @throws IllegalArgumentException when there is no user, or a name comes twice */
    public Users {
        users = List.copyOf(users);
        Set<String> names = new HashSet<>();
        for (User user : users) {
            if (!names.add(user.name())) {
                throw new IllegalArgumentException("the user " + user.name() + " is given twice");
            }
        }
        if (users.isEmpty()) {
            throw new IllegalArgumentException("a ledger that is served needs at least one user");
        }
    }

    /**
     * One user.
     *
     * @param name becomes the actor of every event the user enters
     * @param password as it is stored: {@code {bcrypt}} and the hash
     */
    public record User(String name, String password, Set<Role> roles) {

        /** @throws IllegalArgumentException when the name is not an actor's, the password no hash, or there is no role */
        public User {
            new ActorId(name);
            roles = Set.copyOf(roles);
            if (name.contains(":")) {
                throw new IllegalArgumentException("HTTP Basic allows no ':' in a user's name: " + name);
            }
            if (!password.matches("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
                throw new IllegalArgumentException("the password of " + name
                        + " is not {bcrypt} and a hash; make one with: htpasswd -nbB " + name + " <password>");
            }
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("the user " + name + " has no role");
            }
        }

        /** Reads {@code name:{bcrypt}hash:role,role}; the braces' part may be left out, as {@code htpasswd} does. */
        static User parse(String line) {
            String[] parts = line.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(
                        "a user is given as name:{bcrypt}hash:role,role, which is not so for \"" + parts[0] + "\"");
            }
            return new User(parts[0].strip(), parts[1].startsWith("$2") ? BCRYPT + parts[1] : parts[1],
                    Arrays.stream(parts[2].split(",")).map(String::strip).map(Role::of).collect(Collectors.toSet()));
        }

        /** What {@link #parse} reads. */
        String line() {
            return name + ":" + password + ":"
                    + roles.stream().sorted().map(Role::toString).collect(Collectors.joining(","));
        }

        /** Without the password, so that a log line gives nothing away. */
        @Override
        public String toString() {
            return name + " " + roles;
        }
    }

    /**
     * The users of a demonstration, whose passwords are their names: {@code officer} enters commands, {@code inspector} inspects,
     * {@code auditor} reads everything, {@code accountant} closes periods,
     * {@code administrator} records roles. Pages are open.
     */
    public static Users demo() {
        return new Users(Arrays.stream(Role.values())
                .map(role -> new User(role.toString(), hash(role.toString(), DEMO_STRENGTH), Set.of(role)))
                .toList(), true);
    }

    static String hash(String password, int strength) {
        return BCRYPT + BCrypt.hashpw(password, BCrypt.gensalt(strength));
    }
}
