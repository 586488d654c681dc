package org.aidledger.app.exchange.iati.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.signal.ProjectSignals;
import org.aidledger.view.signal.SignalKind;
import org.junit.jupiter.api.Test;

/** In how many activities of the real files more went out than was committed, by the definition of the reference. */
class AboveCommitmentTest {

    @Test
    void as_many_activities_spend_above_commitment_as_the_reference_says() throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        List<Path> files = new ArrayList<>(TestData.filesIn("iati/activities"));
        files.addAll(TestData.filesIn("iati/snapshots"));
        for (Path file : files) {
            try (ImportingLedger ledger = new ImportingLedger()) {
                assertThat(ledger.run(file).outcome()).isEqualTo(Outcome.IMPORTED);
                List<ProjectSignals> found = ledger.ledger.views().signals().all(AsOf.now()).projects();
                counts.put(file.getFileName().toString(), found.stream().filter(project -> project.signals().stream()
                        .anyMatch(signal -> signal.kind() == SignalKind.ABOVE_COMMITMENT)).count());
            }
        }
        counts.values().removeIf(count -> count == 0);
        assertThat(counts).isEqualTo(Map.of("usaid-798.xml", 23L, "dfid-bf.xml", 2L, "bcie-2025-12-12.xml", 1L,
                "bcie-2025-12-16.xml", 1L));
    }
}
