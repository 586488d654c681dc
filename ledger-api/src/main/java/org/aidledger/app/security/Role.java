package org.aidledger.app.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a user may do beyond reading pages and figures, which every user may. */
public enum Role {
    /** Enters commands on projects and imports files. */
    OFFICER,
    /** Carries out post-inspections. */
    INSPECTOR,
    /** Reads everything, the log's entry bundles included. */
    AUDITOR,
    /** Opens, closes and reopens accounting periods. */
    ACCOUNTANT,
    /** Records who was granted which role; grants nothing here, where the users' file does. */
    ADMINISTRATOR;

    /** @throws IllegalArgumentException when there is no such role; the message names those there are */
    static Role of(String name) {
        for (Role role : values()) {
            if (role.name().equalsIgnoreCase(name)) {
                return role;
            }
        }
        throw new IllegalArgumentException("there is no role \"" + name + "\"; the roles are "
                + Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
