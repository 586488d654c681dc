package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** What is said where the system speaks Vietnamese, which is the whole program's, so no other test runs meanwhile. */
@Isolated
class LanguageOptionTest {

    private final Locale before = Locale.getDefault();

    @TempDir private Path folder;

    @BeforeEach
    void speakVietnamese() {
        Locale.setDefault(Locale.of("vi", "VN"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static Map<String, String> descriptions(CommandLine line) {
        Map<String, String> descriptions = new TreeMap<>();
        var option = line.getCommandSpec().findOption("--lang");
        if (option != null) {
            descriptions.put(line.getCommandSpec().qualifiedName(), String.join(" ", option.description()));
        }
        line.getSubcommands().values().forEach(each -> descriptions.putAll(descriptions(each)));
        return descriptions;
    }

    @Test
    void a_language_that_is_not_spoken_is_refused() {
        assertThat(Cli.run("verify", "--lang", "fr")).startsWith("2 ")
                .contains("--lang: vi or en is expected, not \"fr\"");
    }

    @Test
    void the_language_is_the_same_option_everywhere() {
        Map<String, String> descriptions = descriptions(LedgerCommandLine.commandLine());
        assertThat(descriptions).containsKeys("ledger trail", "ledger signals", "ledger reconcile", "ledger replay",
                "ledger import bank", "ledger import csv", "ledger import iati", "ledger verify");
        assertThat(descriptions.values()).containsOnly(descriptions.get("ledger verify"));
    }

    @Test
    void people_are_answered_in_the_systems_language_and_programs_in_english() throws IOException {
        Path bundle = Files.writeString(folder.resolve("bundle.zip"), "no archive");
        assertThat(Cli.run("verify", bundle.toString())).startsWith("4 KHÔNG ĐÚNG");
        assertThat(Cli.run("verify", bundle.toString(), "--json")).contains("(archive): ").doesNotContain("(tệp nén)");
        assertThat(Cli.run("verify", bundle.toString(), "--json", "--lang", "vi")).contains("(tệp nén): ");

        String table = Files.writeString(folder.resolve("payments.csv"), "project,sort\n").toString();
        String data = folder.resolve("data").toString();
        assertThat(Cli.run("import", "csv", table, "--data", data)).startsWith("3 ").contains("cột");
        assertThat(Cli.run("import", "csv", table, "--data", data, "--json")).startsWith("3 ")
                .contains("The heading has").doesNotContain("cột");
    }
}
