package org.aidledger.event;

/** Events of the log by index: what a decision reads of another stream, whose last event a tag has led it to. */
@FunctionalInterface
public interface RecordedEvents {

    /** What the event at this index says. */
    LedgerEvent at(long index);
}
