package org.aidledger.eventstore;

import java.util.Map;
import java.util.function.Consumer;

/** What an append rests on and carries, told by whoever decides it as the decision is made. */
public interface Terms {

    /**
     * The append is refused when an event with this tag has an index above {@code lastSeen}; -1 when none was seen. Of several for
     * one tag the lowest counts: what was decided first may rest on it.
     */
    void require(Tag tag, long lastSeen);

    /** The events decided on carry the tag. */
    void tag(Tag tag);

    /** Terms that are gathered for an append made later, such as a file's. */
    static Terms gathered(Map<Tag, Long> preconditions, Consumer<Tag> tags) {
        return new Terms() {
            @Override
            public void require(Tag tag, long lastSeen) {
                preconditions.merge(tag, lastSeen, Math::min);
            }

            @Override
            public void tag(Tag tag) {
                tags.accept(tag);
            }
        };
    }
}
