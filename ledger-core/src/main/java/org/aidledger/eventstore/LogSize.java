package org.aidledger.eventstore;

/** How many events the log holds; an index below it names an event that exists. */
@FunctionalInterface
public interface LogSize {

    /** May lag behind another node's appends: an event it does not count yet cannot be cited yet. */
    long size();
}
