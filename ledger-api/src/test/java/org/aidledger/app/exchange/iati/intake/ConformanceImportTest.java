package org.aidledger.app.exchange.iati.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.app.exchange.iati.IatiReader;
import org.aidledger.app.exchange.iati.IatiReading;
import org.aidledger.rules.RuleFiles;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the reader reads can be decided; the standard's own tests are as odd as files get. */
class ConformanceImportTest {

    @TempDir Path folder;

    @Test
    void what_the_reader_reads_is_decided_and_nothing_else_is_refused() throws Exception {
        List<Path> files = new ArrayList<>(TestData.filesIn("iati/conformance/pass"));
        files.addAll(TestData.filesIn("iati/conformance/fail"));
        try (var ledger = new ImportingLedger()) {
            for (Path file : files) {
                assertThat(isDecided(file, ledger)).as(file.toString()).isEqualTo(isRead(file));
            }
            ledger.assertEmpty();
        }
    }

    private boolean isDecided(Path file, ImportingLedger ledger) throws Exception {
        try (InputStream in = Files.newInputStream(file); Spool spool = new Spool(folder.resolve("spool"))) {
            SourceFile source = SourceFile.copy(in, file.getFileName().toString(), folder, 1_000_000);
            var gateway = ledger.ledger.gateway();
            new FirstPass(new ImportRequest(source, ImportingLedger.BY_LAN, null), LocalDate.of(2026, 1, 1),
                    ImportLimits.DEFAULT, gateway.reader(), tag -> -1, gateway.catalogue(), spool, RuleFiles.shipped())
                    .run(ImportProgress.NONE);
            assertThat(spool.events()).isPositive();
            return true;
        } catch (RefusedFile refused) {
            assertThat(refused.refusal().code()).startsWith("iati.");
            return false;
        }
    }

    private static boolean isRead(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new IatiReader(ImportLimits.DEFAULT.forReader()).read(file.getFileName().toString(), in,
                    activity -> {
                        // only the end counts
                    }) instanceof IatiReading.Complete;
        }
    }
}
