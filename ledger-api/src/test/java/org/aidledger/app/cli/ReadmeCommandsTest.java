package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command in the README's code blocks is run, in order, on a fresh data folder and a sample file of our own. */
class ReadmeCommandsTest {

    /** What runs until it is stopped, or runs this very test, is tested elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of("./ledger demo", "mvn verify");

    @TempDir Path folder;

    @Test
    void every_command_of_the_readme_works() throws IOException {
        Path sample = folder.resolve("activities.xml");
        try (var in = ReadmeCommandsTest.class.getResourceAsStream("/org/aidledger/app/exchange/iati/owner.xml")) {
            Files.copy(in, sample);
        }
        Path later = folder.resolve("activities-later.xml");
        Files.writeString(later, Files.readString(sample) + "\n");
        String identifier = firstIdentifier(sample);
        Path payments = folder.resolve("payments.csv");
        Files.writeString(payments, "project,kind,date,amount,currency\n" + identifier + ",receipt,2024-05-06,1,USD\n");
        int run = 0;
        for (String command : commands()) {
            if (ELSEWHERE.contains(command)) {
                continue;
            }
            assertThat(command).startsWith("./ledger ");
            if (command.contains("saved.txt")) {
                saveCheckpoint();
            }
            List<String> arguments =
                    new ArrayList<>(Arrays.asList(command.substring("./ledger ".length()).split(" +")));
            arguments.replaceAll(word -> word.replace("activities.xml", sample.toString())
                    .replace("activities-later.xml", later.toString())
                    .replace("payments.csv", payments.toString())
                    .replaceFirst("^(aid\\.[a-z]+)$", folder.resolve("$1").toString())
                    .replace("saved.txt", folder.resolve("saved.txt").toString())
                    .replace("bundle.zip", folder.resolve("bundle.zip").toString())
                    .replace("XM-EXAMPLE-1", identifier));
            arguments.addAll(List.of("--data", folder.resolve("data").toString()));
            StringWriter said = new StringWriter();
            CommandLine line = LedgerCommandLine.commandLine();
            line.setOut(new PrintWriter(said));
            line.setErr(new PrintWriter(said));
            assertThat(line.execute(arguments.toArray(String[]::new))).as("%s said:%n%s", command, said).isZero();
            assertThat(said.toString()).as(command).isNotBlank();
            run++;
        }
        assertThat(run).isGreaterThanOrEqualTo(8);
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean inBlock = false;
        for (String line : Files.readAllLines(TestData.root().resolve("README.md"))) {
            if (line.startsWith("```")) {
                inBlock = line.equals("```sh");
            } else if (inBlock && !line.isBlank()) {
                commands.add(line.replaceFirst(" +#.*", "").strip());
            }
        }
        return commands;
    }

    private static String firstIdentifier(Path file) throws IOException {
        var found = Pattern.compile("<iati-identifier>\\s*([^<\\s]+)").matcher(Files.readString(file));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void saveCheckpoint() throws IOException {
        LedgerSettings settings = LedgerSettings.from(java.util.Map.of(), folder.resolve("data"), null);
        try (Ledger ledger = Ledger.open(settings)) {
            Files.write(folder.resolve("saved.txt"), ledger.checkpoints().latest().toBytes());
        }
    }
}
