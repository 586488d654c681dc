package org.aidledger.app.exchange.iati.intake;

import static org.aidledger.app.exchange.iati.intake.ImportingLedger.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.app.exchange.iati.XPathSums;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishers really write, as the log holds it: compared with counts made elsewhere and with DOM and XPath. */
class RealFilesImportTest {

    private ImportingLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ImportingLedger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({"activities/CAF-ActivityFile-2025-10-10.xml, 478, 2:478 3:467",
        "activities/UNHCR-Activities-2023.xml, 134, 11:2678", "activities/usaid-798.xml, 108, 2:170 3:452",
        "activities/usaid-bb.xml, 1, 2:1 3:1", "activities/who-arg.xml, 157, 2:157 3:42 4:439 11:233",
        "activities/dfid-bf.xml, 5, 2:1 3:1 4:8", "activities/worldbank-679.xml, 5, 2:19 3:274 5:78 6:29",
        "activities/wri-521257057-strategic-plan-2023-2027.xml, 1, 1:2",
        "snapshots/bcie-2025-12-12.xml, 87, 2:121 3:925", "snapshots/bcie-2025-12-16.xml, 87, 2:128 3:934"})
    void the_log_holds_all_of_a_real_file_to_the_last_digit(String file, int activities, String byType)
            throws Exception {
        Path path = TestData.at("iati/" + file);
        ImportReport report = ledger.run(path);

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.activities()).isEqualTo(activities);
        assertThat(report.transactions()).isEqualTo(parse(byType));
        assertThat(report.events()).isEqualTo(ledger.size()).isEqualTo(report.size());
        assertThat(report.firstIndex()).isZero();
        assertThat(report.lastIndex()).isEqualTo(ledger.size() - 1);
        assertThat(report.root()).isEqualTo(ledger.ledger.checkpoints().latest().checkpoint().root().base64());
        assertSums(report, path);
        assertThat(ledger.kept(report)).isEqualTo(Files.readAllBytes(path));
        assertProvenance(report, path);
        ledger.assertSound();
    }

    private static void assertSums(ImportReport report, Path path) throws Exception {
        var sums = new TreeMap<String, BigDecimal>();
        report.sums().forEach((type, byCurrency) -> byCurrency
                .forEach((currency, sum) -> sums.put(type + " " + currency, new BigDecimal(sum))));
        try (InputStream in = Files.newInputStream(path)) {
            assertThat(sums).usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(XPathSums.of(in).sums());
        }
    }

    private void assertProvenance(ImportReport report, Path path) throws Exception {
        long lines = Files.readString(path).lines().count();
        for (Entry entry : ledger.entries(0)) {
            assertThat(entry.metadata()).containsEntry(MetadataKeys.ACTOR, "lan")
                    .containsEntry(MetadataKeys.WAY, "REPORTED").containsEntry(MetadataKeys.CHANNEL, "cli")
                    .containsEntry(MetadataKeys.SOURCE_NAME, path.getFileName().toString())
                    .containsEntry(MetadataKeys.SOURCE_SHA256, report.sha256());
            assertThat(Long.parseLong(entry.metadata().get(MetadataKeys.SOURCE_LINE))).isBetween(1L, lines + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"usaid-798.xml", "who-arg.xml"})
    void the_same_file_again_changes_nothing_and_says_so(String file) throws Exception {
        Path path = TestData.at("iati/activities/" + file);
        ImportReport first = ledger.run(path);
        ImportReport again = ledger.run(path);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.events()).isZero();
        assertThat(again).usingRecursiveComparison().ignoringFields("outcome", "events", "seconds").isEqualTo(first);
        assertThat(ledger.size()).isEqualTo(first.size());
    }

    @Test
    void a_file_of_an_older_version_leaves_nothing_in_the_log() throws Exception {
        for (Path path : TestData.filesIn("iati/not-2.03")) {
            ImportReport report = ledger.run(path);
            assertThat(refusalOf(report).file()).isEqualTo(path.getFileName().toString());
            assertThat(refusalOf(report).code()).isEqualTo("iati.not-an-activity-file");
        }
        ledger.assertEmpty();
    }

    @Test
    void many_files_share_one_ledger_and_each_says_what_it_brought() throws Exception {
        long events = 0;
        for (Path path : TestData.filesIn("iati/activities")) {
            ImportReport report = ledger.run(path);
            assertThat(report.outcome()).as(path.toString()).isEqualTo(Outcome.IMPORTED);
            assertThat(report.firstIndex()).isEqualTo(events);
            events += report.events();
        }
        assertThat(ledger.events(FileImported.class).map(FileImported::activities)).containsExactlyInAnyOrder(478L,
                134L, 108L, 1L, 157L, 5L, 5L, 1L);
        ledger.assertSound();
    }

    private static Map<String, Long> parse(String byType) {
        return Arrays.stream(byType.split(" ")).map(pair -> pair.split(":"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    }
}
