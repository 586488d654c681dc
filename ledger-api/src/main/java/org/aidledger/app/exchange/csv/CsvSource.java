package org.aidledger.app.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.eventstore.IdempotencyKey;

/**
 * A table's bytes and who brings them.
 *
 * @param name without folders
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
record CsvSource(String name, byte[] bytes, String sha256, Submitter by) {

    static CsvSource of(String name, byte[] bytes, Submitter by) {
        return new CsvSource(name, bytes, HexFormat.of().formatHex(sha256(bytes)), by);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same bytes are the same import, whatever the file is called and whoever brings it; in another way it is another. */
    IdempotencyKey key(Way way) {
        String asked = sha256 + "/csv/" + way.name();
        return new IdempotencyKey("import/" + sha256,
                HexFormat.of().formatHex(sha256(asked.getBytes(StandardCharsets.US_ASCII))));
    }
}
