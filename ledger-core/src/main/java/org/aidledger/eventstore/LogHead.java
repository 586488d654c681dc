package org.aidledger.eventstore;

import java.time.Instant;
import org.aidledger.tlog.RightEdge;

/**
 * The log after one append.
 *
 * @param step number of the append, from 0 for the empty log; a fence takes a step too
 * @param edge size, root and right edge of the tree
 * @param recordedAt time recorded on the newest events; never decreases
 */
record LogHead(long step, RightEdge edge, Instant recordedAt) {

    static final LogHead EMPTY = new LogHead(0, RightEdge.empty(), Instant.EPOCH);

    long size() {
        return edge.size();
    }
}
