package org.aidledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The folder of real files that some tests read; it is no part of the project, so those tests skip where it is absent. */
public final class TestData {

    private TestData() {
    }

    /** The project's top folder. */
    public static Path root() {
        return Path.of(System.getProperty("aidledger.root", "..")).toAbsolutePath().normalize();
    }

    /** A file or folder of the real data; skips the test if it is not there. */
    public static Path at(String relative) {
        Path path =
                root().resolve(System.getProperty("aidledger.data", "../shared/data")).resolve(relative).normalize();
        Assumptions.assumeTrue(Files.exists(path),
                "no " + relative + " in the folder of real data (system property aidledger.data): skipped");
        return path;
    }

    /** The files of a folder of the real data, by name; skips the test if it is not there. */
    public static List<Path> filesIn(String relative) {
        try (var files = Files.list(at(relative))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
