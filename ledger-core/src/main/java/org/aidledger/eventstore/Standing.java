package org.aidledger.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head that an engine writes on, so that the database need not be asked for it again: what this engine appended
 * itself, or had checked by an append that won, for as long as nobody else appended in between. What a reader saw is never in
 * here, as it may be out of date. For whoever holds the lead.
 *
 * <p>An append wins only on the head it was built for. If the engine wrote every step from the one at which it learned a fact up to
 * that head, then the fact stands at it; if somebody else took a step, the append does nothing, and with the head read anew, as
 * after a batch or a lost connection, all is forgotten.
 */
final class Standing {

    /** Facts of each kind that are kept; what was not needed for longest goes first. A fact takes about 200 bytes. */
    private static final int FACTS_MAX = 50_000;

    private final Map<String, Long> lastVersions = new Recent<>();
    private final Map<Tag, Long> notSeenAfter = new Recent<>();

    private static final class Recent<K> extends LinkedHashMap<K, Long> {

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<K, Long> eldest) {
            return size() > FACTS_MAX;
        }
    }

    /** Somebody else may have appended. */
    void forget() {
        lastVersions.clear();
        notSeenAfter.clear();
    }

    /** Whether the stream surely is as it is taken to be; if not, the database knows. */
    boolean is(StreamAt stream) {
        Long last = lastVersions.get(stream.stream());
        return last != null && last == stream.lastVersion();
    }

    /** Whether the tag surely was not seen after this index; if not, the database knows. */
    boolean isNotSeenAfter(Tag tag, long index) {
        Long known = notSeenAfter.get(tag);
        return known != null && known <= index;
    }

    /** The group was appended: what was checked stood before it, whichever of its members changed that. */
    void appended(Group group) {
        notSeenAfter.putAll(group.preconditionsToCheck);
        group.streamsToCheck.forEach(at -> lastVersions.put(at.stream(), at.lastVersion()));
        long index = group.firstIndex();
        for (Submission member : group.members) {
            for (Draft event : member.events) {
                lastVersions.put(event.stream(), event.version());
            }
            index += member.events.size();
            for (Tag tag : member.terms.tags()) {
                notSeenAfter.put(tag, index - 1);
            }
        }
    }
}
