package org.aidledger.app.exchange.csv;

import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.IdempotencyKey;

/**
 * A table's bytes and who brings them.
 *
 * @param name without folders
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
record CsvSource(String name, byte[] bytes, String sha256, Submitter by) {

    static CsvSource of(String name, byte[] bytes, Submitter by) {
        return new CsvSource(name, bytes, Sha256.hex(bytes), by);
    }

    /** The same bytes are the same import, whatever the file is called and whoever brings it; in another way it is another. */
    IdempotencyKey key(Way way) {
        String asked = sha256 + "/csv/" + way.name();
        return new IdempotencyKey("import/" + sha256, Sha256.hex(asked));
    }
}
