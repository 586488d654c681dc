package org.aidledger.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid}: process, folder, start, port, socket folder, address, shared
 * memory and status, one a line (PostgreSQL's documentation, "Database File Layout").
 */
record Postmaster(int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when there is no such file, or when it is still being written. */
    static Optional<Postmaster> read(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= STATUS_LINE) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(Integer.parseInt(lines.get(PORT_LINE).strip()),
                    lines.get(STATUS_LINE).strip().equals("ready")));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
