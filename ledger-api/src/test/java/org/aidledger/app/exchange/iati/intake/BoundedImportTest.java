package org.aidledger.app.exchange.iati.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.aidledger.testing.TestDatabase.Role;
import org.junit.jupiter.api.Test;

class BoundedImportTest {

    private static final int ACTIVITIES = 200;
    private static final int TRANSACTIONS_EACH = 100;

    @Test
    void a_file_is_taken_in_with_less_memory_than_its_length() throws Exception {
        try (var ledger = new ImportingLedger()) {
            Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx48m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    LargeImport.class.getName(), ledger.folder.toString(), ledger.database.url(),
                    ledger.database.user(Role.APP),
                    ledger.database.user(Role.OWNER), Integer.toString(ACTIVITIES),
                    Integer.toString(TRANSACTIONS_EACH)).redirectErrorStream(true).start();
            try {
                String output = new String(java.getInputStream().readAllBytes(), UTF_8).strip();
                assertThat(java.waitFor(5, TimeUnit.MINUTES)).as(output).isTrue();
                String report = output.lines().reduce("", (first, last) -> last);
                assertThat(report).as(output)
                        .startsWith("IMPORTED 200 {3=20000} {3={USD=24691357.80000}} ");
                assertThat(Long.parseLong(report.substring(report.lastIndexOf(' ') + 1))).isGreaterThan(80_000_000);
            } finally {
                java.destroyForcibly();
            }
            assertThat(ledger.size()).isEqualTo(ACTIVITIES * (TRANSACTIONS_EACH + 2L) + 1);
        }
    }
}
