package org.aidledger.eventstore;

/**
 * A stream as an append finds it, on which it rests.
 *
 * @param lastVersion version of the stream's last event, -1 when it has none
 */
record StreamAt(String stream, long lastVersion) {
}
