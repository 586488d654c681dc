package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.aidledger.app.Main;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeCommandTest {

    @TempDir private Path folder;

    @Test
    void faulty_users_are_told_before_a_ledger_is_opened() throws IOException {
        Files.writeString(folder.resolve("users"), "lan:secret:officer\n");
        StringWriter said = new StringWriter();
        CommandLine line = LedgerCommandLine.commandLine();
        line.setErr(new PrintWriter(said));

        int code = line.execute("serve", "--port", "0", "--data", folder.toString());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("htpasswd -nbB lan").doesNotContain("secret");
        assertThat(folder).isDirectoryContaining("glob:**/users")
                .isDirectoryNotContaining(path -> !path.endsWith("users"));
    }

    /** The program as it is started, on a database of its own and at an address given by the environment. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost, false", "0.0.0.0, localhost, true", "::1, [0:0:0:0:0:0:0:1], false"})
    void it_says_where_it_answers(String address, String host, boolean everywhere) throws Exception {
        assumeTrue(isHere(address), address + " is no address of this machine: skipped");
        try (TestDatabase database = TestDatabase.createMigrated()) {
            ProcessBuilder program =
                    new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                            System.getProperty("java.class.path"), Main.class.getName(), "serve", "--port", "0",
                            "--data", folder.toString(), "--db", database.url());
            program.environment().putAll(Map.of("LEDGER_ADDRESS", address,
                    "LEDGER_DB_USER", database.user(Role.APP), "LEDGER_DB_PASSWORD", database.password(Role.APP)));
            Process serving = program.redirectError(folder.resolve("errors").toFile()).start();
            try (BufferedReader said = serving.inputReader()) {
                String home = said.lines().filter(line -> line.startsWith("Aid Ledger is at ")).findFirst()
                        .orElseThrow().substring("Aid Ledger is at ".length());
                assertThat(home).matches("http://" + Pattern.quote(host) + ":[0-9]+/");
                assertThat(said.readLine().startsWith("It answers on every address of this machine"))
                        .isEqualTo(everywhere);
                try (InputStream checkpoint = URI.create(home + "log/checkpoint").toURL().openStream()) {
                    assertThat(checkpoint.readAllBytes()).isNotEmpty();
                }
            } finally {
                serving.destroy();
                assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static boolean isHere(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
