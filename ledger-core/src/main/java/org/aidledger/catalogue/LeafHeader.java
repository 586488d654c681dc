package org.aidledger.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * All that a leaf says but its payload. Enough to compare a leaf with the columns kept beside it, and readable for events
 * that the catalogue does not know.
 *
 * @param index place in the log
 * @param version place in the stream
 * @param recordedAt UTC, microseconds
 * @param revision the one the leaf was written in
 */
public record LeafHeader(long index, UUID id, String stream, long version, LocalDate effectiveDate, Instant recordedAt,
        String type, int revision, Map<String, String> metadata) {

    public LeafHeader {
        metadata = Map.copyOf(metadata);
    }
}
