package org.aidledger.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.LeafTemplate;
import org.aidledger.event.LedgerEvent;

/**
 * An event that is decided and rendered, and lacks only its place in the log and the time it is recorded at.
 *
 * @param version place in its stream, which the append checks
 */
public record Draft(UUID id, String stream, long version, String type, LocalDate effectiveDate, LeafTemplate leaf) {

    public static Draft of(Catalogue catalogue, UUID id, String stream, long version, Map<String, String> metadata,
            LedgerEvent event) {
        return new Draft(id, stream, version, catalogue.type(event.getClass()).name(), event.effectiveDate(),
                catalogue.encode(id, stream, version, metadata, event));
    }

    byte[] stamp(long index, Instant recordedAt) {
        return leaf.stamp(index, recordedAt);
    }
}
