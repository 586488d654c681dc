package org.aidledger.app.rest;

/** Tells callers who asked for it when the views have what they entered. */
@FunctionalInterface
public interface Projected {

    /**
     * Waits, within bounds, until every view holds the event.
     *
     * @return false when one does not hold it in time
     */
    boolean await(long index);
}
