package org.aidledger.app.clock;

/** How far the views are. */
public interface ViewProgress {

    /** The number of events that every view holds. */
    long position();

    /**
     * Waits, within bounds, until every view holds the event.
     *
     * @return false when one does not hold it in time
     */
    boolean await(long index);
}
