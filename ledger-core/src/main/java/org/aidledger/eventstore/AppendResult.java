package org.aidledger.eventstore;

import java.time.Instant;

/**
 * Where an append put its events. It is durable when this is returned.
 *
 * @param firstIndex index of its first event
 * @param lastIndex index of its last event
 * @param recordedAt the one time recorded on all of them
 */
public record AppendResult(long firstIndex, long lastIndex, Instant recordedAt) {
}
