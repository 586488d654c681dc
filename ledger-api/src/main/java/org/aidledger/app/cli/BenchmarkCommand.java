package org.aidledger.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.aidledger.app.benchmark.LedgerBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ledger benchmark}. */
@Command(name = "benchmark",
        description = "Measures speed against yardsticks taken in the same run, on a database of its own "
                + "that is deleted afterwards. Takes about ten minutes with the defaults.")
final class BenchmarkCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "var/benchmark",
            description = "Where the database of the benchmark goes. Default: ${DEFAULT-VALUE}") private Path data;

    @Option(names = "--seconds", defaultValue = "5",
            description = "How long each contender runs in a round. Default: ${DEFAULT-VALUE}") private double seconds;

    @Option(names = "--rounds", defaultValue = "5",
            description = "How often each contender runs; medians count. Default: ${DEFAULT-VALUE}") private int rounds;

    @Option(names = "--events", defaultValue = "1000000",
            description = "Events in the log that is read. Default: ${DEFAULT-VALUE}") private int events;

    @Option(names = "--only", split = ",", description = "Only these: commands, bulk, verify, views, lag") private List<
            String> only = List.of();

    @Option(names = "--json", description = "Answer as JSON, for programs") private boolean json;

    @SuppressWarnings("NullAway.Init")
    BenchmarkCommand() {
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        boolean allMet = new LedgerBenchmark(data, seconds, rounds, events, only, line -> {
            err.println(line);
            err.flush();
        }).run(out, json);
        out.flush();
        return allMet ? ExitCode.OK : ExitCode.FAILED;
    }
}
