package org.aidledger.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.app.security.Users.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFileTest {

    private static final String HASH = "$2y$05$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

    @TempDir private Path folder;
    private final List<String> announced = new ArrayList<>();

    private Users read(Map<String, String> environment) {
        return UsersFile.read(environment, folder, announced::add);
    }

    @Test
    void users_come_from_the_environment() {
        Users users =
                read(Map.of("LEDGER_USERS", "lan:{bcrypt}" + HASH + ":officer; minh:" + HASH + ":auditor,inspector"));
        assertThat(users.users()).extracting(User::name).containsExactly("lan", "minh");
        assertThat(users.users().get(1).roles()).containsExactlyInAnyOrder(Role.AUDITOR, Role.INSPECTOR);
        assertThat(users.openPages()).isFalse();
        assertThat(users.toString()).doesNotContain("$2y$");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void where_none_are_configured_some_are_made_and_their_passwords_shown_once() throws IOException {
        Users made = read(Map.of());
        List<String> shown = List.copyOf(announced);
        announced.clear();

        Users again = read(Map.of());

        assertThat(again).isEqualTo(made);
        assertThat(announced).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve("users")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String officer =
                shown.stream().map(String::strip).filter(line -> line.startsWith("officer")).findFirst().orElseThrow();
        String password = officer.substring("officer".length()).strip();
        assertThat(password).hasSizeGreaterThan(19);
        assertThat(new RememberedPasswords().matches(password, made.users().getFirst().password())).isTrue();
        assertThat(Files.readString(folder.resolve("users"))).doesNotContain(password);
    }

    @Test
    void what_cannot_be_read_as_users_is_refused_with_its_place_and_what_to_do() {
        assertRefused("lan", "LEDGER_USERS", "name:{bcrypt}hash:role,role");
        assertRefused("lan:secret:officer", "htpasswd -nbB lan", "LEDGER_USERS");
        assertRefused("lan:" + HASH + ":king", "no role \"king\"", "officer, inspector, auditor");
        assertRefused("lan:" + HASH + ":officer lan:" + HASH + ":auditor", "lan is given twice");
        assertRefused("a/b:" + HASH + ":officer", "actor's name");
        assertThatThrownBy(() -> read(Map.of("LEDGER_USERS_FILE", folder.resolve("none").toString())))
                .hasMessageContaining("none");
    }

    private void assertRefused(String given, String... told) {
        assertThatThrownBy(() -> read(Map.of("LEDGER_USERS", given))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(told).message().doesNotContain("secret");
    }
}
