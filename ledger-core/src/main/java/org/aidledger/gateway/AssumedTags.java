package org.aidledger.gateway;

import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;

/**
 * Saves a decision the look-up of tags it has not met before: it assumes that they were never seen, which the precondition
 * made from that settles. Only when that fails, or when nothing is going to be appended, are they read.
 */
final class AssumedTags implements TagIndex {

    private final CachedTagIndex tags;
    private final Remembering remembering;

    AssumedTags(CachedTagIndex tags, Remembering remembering) {
        this.tags = tags;
        this.remembering = remembering;
    }

    @Override
    public long lastSeen(Tag tag) {
        return remembering.isAllowed() ? tags.remembered(tag).orElse(-1) : tags.read(tag);
    }
}
