package org.aidledger.app.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aidledger.app.platform.postgres.LocalDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole benchmark: every measurement on a fresh database of a local PostgreSQL that waits for the disk, beside yardsticks
 * taken in the same run, since the machine's own speed changes from hour to hour.
 */
public final class LedgerBenchmark {

    private static final List<Measurement> ALL =
            List.of(new Commands(), new Bulk(), new Verification(), new ViewReading(), new Lag());

    private final Path data;
    private final double seconds;
    private final int rounds;
    private final int events;
    private final List<String> only;
    private final Consumer<String> log;

    /**
     * @param seconds how long each contender runs in a round
     * @param rounds how many rounds; medians are reported
     * @param events size of the log that reading is measured on
     * @param only names of the measurements to run, empty for all
     */
    public LedgerBenchmark(Path data, double seconds, int rounds, int events, List<String> only, Consumer<String> log) {
        this.data = data;
        this.seconds = seconds;
        this.rounds = rounds;
        this.events = events;
        this.only = List.copyOf(only);
        this.log = log;
        for (String name : only) {
            if (ALL.stream().noneMatch(measurement -> measurement.name().equals(name))) {
                throw new IllegalArgumentException("there is no measurement \"" + name + "\"; there are "
                        + ALL.stream().map(Measurement::name).toList());
            }
        }
    }

    /** Runs and prints the report; says whether every target is met. */
    public boolean run(PrintWriter out, boolean json) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (LocalDatabase server = LocalDatabase.open(data, List.of())) {
            for (Measurement measurement : ALL) {
                if (only.isEmpty() || only.contains(measurement.name())) {
                    log.accept("== " + measurement.name());
                    try (Bench bench =
                            Bench.create(server, "bench_" + measurement.name(), seconds, rounds, events, log)) {
                        findings.addAll(measurement.run(bench));
                    }
                }
            }
        }
        print(findings, out, json);
        return findings.stream().allMatch(Finding::met);
    }

    private static void print(List<Finding> findings, PrintWriter out, boolean json) {
        if (json) {
            out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
            return;
        }
        out.printf("%s, %d processors, heap %d MB, Java %s%n%n", System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20, Runtime.version());
        for (Finding finding : findings) {
            out.printf("%-45s %-16s %s%n", finding.work(), finding.figure(), finding.against());
            if (!finding.target().isEmpty()) {
                out.printf("%45s %s: %.2f, %s%n", "", finding.target(), finding.value(),
                        finding.met() ? "met" : "MISSED");
            }
        }
    }
}
