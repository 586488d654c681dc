package org.aidledger.app.exchange.iati.intake;

import org.aidledger.app.exchange.Submitter;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.project.Perspective;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: to take in these bytes, as whose books.
 *
 * @param perspective whose books the whole file is said to be; null where each activity says so itself
 */
record ImportRequest(SourceFile source, Submitter by, @Nullable Perspective perspective) {

    /** The same bytes are the same import, whatever the file is called and whoever brings it; as other books it is another. */
    IdempotencyKey key() {
        String asked = source.sha256() + "/" + (perspective == null ? "" : perspective.name());
        return new IdempotencyKey("import/" + source.sha256(), Sha256.hex(asked));
    }
}
