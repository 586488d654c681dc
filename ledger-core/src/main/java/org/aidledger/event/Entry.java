package org.aidledger.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One event as the log holds it: its place, its times and who recorded it. What projections and readers get.
 *
 * @param index place in the log, dense from 0 in commit order; the leaf index of the transparency log
 * @param stream the stream's id, for example {@code PRJ-0001}
 * @param version place in the stream, dense from 0
 * @param effectiveDate when it was true
 * @param recordedAt when the ledger learned it, UTC, microseconds, never decreasing along the log
 * @param type name in the catalogue, for example {@code aid.FundsDisbursed}
 * @param revision revision of that type the leaf was written in; the payload is already upcast to the newest
 * @param metadata see {@link MetadataKeys}
 */
public record Entry(long index, UUID id, String stream, long version, LocalDate effectiveDate, Instant recordedAt,
        String type, int revision, Map<String, String> metadata, LedgerEvent payload) {

    public Entry {
        metadata = Map.copyOf(metadata);
    }
}
