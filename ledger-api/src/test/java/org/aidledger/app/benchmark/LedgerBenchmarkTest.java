package org.aidledger.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the benchmark still runs; how fast anything is, is for the benchmark alone to say. */
class LedgerBenchmarkTest {

    @Test
    void every_measurement_runs_beside_its_yardsticks(@TempDir Path data) throws Exception {
        List<String> log = new ArrayList<>();
        StringWriter report = new StringWriter();

        new LedgerBenchmark(data.resolve("benchmark"), 0.02, 1, 2_000, List.of(), log::add)
                .run(new PrintWriter(report, true), true);

        List<String> work = new ArrayList<>();
        for (JsonNode finding : JsonMapper.builder().build().readTree(report.toString())) {
            assertThat(finding.get("figure").asString()).as(finding.toString()).doesNotContain("NaN");
            work.add(finding.get("work").asString());
        }
        assertThat(work).as(String.join("\n", log))
                .contains("commands, 16 clients", "commands, 1 client", "bulk append, events")
                .anyMatch(line -> line.startsWith("rebuild"))
                .anyMatch(line -> line.startsWith("verify"))
                .anyMatch(line -> line.startsWith("live"));
    }
}
