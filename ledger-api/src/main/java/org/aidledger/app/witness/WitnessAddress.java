package org.aidledger.app.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.tlog.SignatureType;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;

/**
 * A witness that the ledger asks.
 *
 * @param url its prefix, below which {@code /add-checkpoint} is
 */
public record WitnessAddress(VerifierKey key, URI url) {

    /**
     * Reads a file with one witness a line: its verifier key, a space, its address. Empty lines and lines that begin with
     * {@code #} are skipped; no file, no witnesses.
     *
     * @throws IllegalArgumentException with the line, when one is not so
     */
    public static List<WitnessAddress> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<WitnessAddress> witnesses = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    witnesses.add(parse(line.strip(), file + " line " + number));
                }
            }
            return witnesses;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static WitnessAddress parse(String line, String where) {
        String[] parts = line.split(" +");
        if (parts.length != 2 || !parts[1].matches("https?://[^/].*")) {
            throw new IllegalArgumentException(where + ": expected is <verifier key> <http address>, not " + line);
        }
        try {
            VerifierKey key = VerifierKey.parse(parts[0]);
            if (key.type() != SignatureType.COSIGNATURE_V1) {
                throw new IllegalArgumentException(where + ": the key is a log's, not a witness's: " + parts[0]);
            }
            return new WitnessAddress(key, URI.create(parts[1].replaceFirst("/$", "") + "/add-checkpoint"));
        } catch (TlogException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }
}
