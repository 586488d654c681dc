package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
