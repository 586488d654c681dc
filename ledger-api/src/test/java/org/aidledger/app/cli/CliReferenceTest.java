package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.app.security.Users;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;

/** What the documents and {@code --help} say of the command line is what it does. */
class CliReferenceTest {

    private static String text(String file) throws IOException {
        return Files.readString(TestData.root().resolve(file));
    }

    private static Set<String> found(String pattern, String text) {
        return new TreeSet<>(
                Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().map(one -> one.group(1)).toList());
    }

    private static String help(String... command) {
        return Stream.of(command).reduce(LedgerCommandLine.commandLine(),
                (line, word) -> line.getSubcommands().get(word), (one, other) -> other).getUsageMessage();
    }

    @Test
    void every_exit_code_is_in_the_reference_and_in_the_help() throws IOException, IllegalAccessException {
        Set<String> codes = found("exit ([0-9]{1,2})$", text("ledger"));
        for (Field code : ExitCode.class.getDeclaredFields()) {
            codes.add(String.valueOf(code.getInt(null)));
        }
        assertThat(codes).contains("0", "69", "70");
        assertThat(found("^\\| ([0-9]+) \\|", text("docs/reference/cli.md"))).isEqualTo(codes);
        assertThat(found("^ *([0-9]+)  ", help())).isEqualTo(codes);
    }

    @Test
    void every_variable_and_every_command_is_in_the_reference() throws IOException {
        String reference = text("docs/reference/cli.md");
        Set<String> variables = found("(LEDGER_[A-Z_]+)", text("ledger"));
        try (Stream<Path> sources = Files.walk(TestData.root().resolve("ledger-api/src/main"))) {
            for (Path source : sources.filter(file -> file.toString().matches(".*\\.(java|properties)")).toList()) {
                variables.addAll(found("(LEDGER_[A-Z_]+)", Files.readString(source)));
            }
        }
        assertThat(variables).hasSizeGreaterThan(15);
        assertThat(found("`(LEDGER_[A-Z_]+)", reference)).isEqualTo(variables);
        assertThat(LedgerCommandLine.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(reference).contains("`" + command));
    }

    @Test
    void every_published_password_is_disclosed() throws IOException {
        for (Users.User user : Users.demo().users()) {
            String login = user.name() + "/" + user.name();
            assertThat(text("README.md")).contains(user.name() + "`/`" + user.name());
            assertThat(text("SECURITY.md")).contains(login);
            assertThat(help("demo").replaceAll("\\s+", " ")).contains(login);
        }
    }
}
