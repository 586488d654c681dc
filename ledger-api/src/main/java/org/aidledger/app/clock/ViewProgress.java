package org.aidledger.app.clock;

import org.aidledger.view.ViewBehind;

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

    /**
     * Waits, within bounds, until every view holds the first {@code size} events.
     *
     * @throws ViewBehind when one does not hold them in time
     */
    default void require(long size) {
        if (size > 0 && !await(size - 1)) {
            throw new ViewBehind(position(), size);
        }
    }
}
