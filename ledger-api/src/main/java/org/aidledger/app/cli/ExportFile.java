package org.aidledger.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an export goes. A file is complete or not there: it gets its name when all of it is written. */
final class ExportFile {

    @Option(names = "--out", paramLabel = "FILE",
            description = "The file to write; an existing one is replaced. Default: standard output") private @Nullable Path file;

    /** Writes what is exported. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param answers where the command's answers go */
    void write(PrintWriter answers, Content content) throws IOException {
        if (file == null) {
            // As bytes: a file has its own encoding, whatever the terminal's is.
            content.writeTo(System.out);
            System.out.flush();
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NotFound("there is no folder for " + file + "; make it first");
        }
        Path partial = Files.createTempFile(folder, ".export", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                content.writeTo(out);
            }
            moveTo(file, partial);
        } finally {
            Files.deleteIfExists(partial);
        }
        answers.println("Written to " + file);
        answers.flush();
    }

    private static void moveTo(Path file, Path partial) throws IOException {
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException acrossFolders) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
