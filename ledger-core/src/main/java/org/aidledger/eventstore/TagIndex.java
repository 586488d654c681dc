package org.aidledger.eventstore;

/** Where a tag was last seen; what a decision reads before it sets a precondition. */
public interface TagIndex {

    /** Index of the last event that carries the tag, -1 when none does. May be remembered: the precondition settles it. */
    long lastSeen(Tag tag);
}
