package org.aidledger.gateway;

import java.util.function.Supplier;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;

/**
 * Saves a decision the look-up of tags it has not met before: it assumes that they were never seen, which the precondition
 * made from that settles. Only when that fails, or when nothing is going to be appended, are they read.
 */
final class AssumedTags implements TagIndex {

    private final CachedTagIndex tags;
    private final ThreadLocal<Boolean> exact = ThreadLocal.withInitial(() -> false);

    AssumedTags(CachedTagIndex tags) {
        this.tags = tags;
    }

    @Override
    public long lastSeen(Tag tag) {
        return exact.get() ? tags.read(tag) : tags.remembered(tag).orElse(-1);
    }

    /** Decides with tags read, where {@code really}, whatever is remembered: another node may have moved them; or assumed. */
    <T> T decide(boolean really, Supplier<T> decision) {
        exact.set(really);
        try {
            return decision.get();
        } finally {
            exact.remove();
        }
    }
}
