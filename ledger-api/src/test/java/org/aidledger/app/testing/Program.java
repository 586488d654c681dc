package org.aidledger.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that is not ours, for a second opinion. */
public final class Program {

    private static final int MINUTES_MAX = 2;

    private final Path executable;

    private Program(Path executable) {
        this.executable = executable;
    }

    /** Skips the test where the program is not installed; {@code .ci/run} installs it. */
    public static Program orSkip(String name) {
        Path found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(found != null, name + " is not installed (.ci/run installs it): skipped");
        return new Program(found);
    }

    /** What it says, having ended well. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("program", ".out");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("LANG", "C.UTF-8");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).as("%s ends in time", command).isTrue();
            String text = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as("%s said:%n%s", command, text).isZero();
            return text;
        } finally {
            Files.delete(said);
        }
    }
}
